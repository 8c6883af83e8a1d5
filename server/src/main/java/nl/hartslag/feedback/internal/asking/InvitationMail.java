package nl.hartslag.feedback.internal.asking;

import java.util.function.IntFunction;
import nl.hartslag.feedback.Accent;
import nl.hartslag.feedback.CustomerWords;
import org.springframework.web.util.HtmlUtils;

/**
 * The invitation as customers see it: the scale in the mail, eleven equal cells. Tables and attributes carry the layout,
 * because Outlook knows little else; no colours or faces on the scale, because they pull answers.
 *
 * @param subject what the case was about; absent for brands that work anonymously
 * @param score   the address for each score
 */
record InvitationMail(
        CustomerWords words,
        String brand,
        String accent,
        String greeting,
        java.util.Optional<String> name,
        java.util.Optional<String> subject,
        IntFunction<String> score,
        String open,
        String optOut) {

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(hello()).append("\n\n").append(intro()).append("\n\n");
        text.append(words.get("mail.question", brand)).append("\n");
        text.append("0 = ").append(words.get("mail.low")).append(", 10 = ").append(words.get("mail.high")).append("\n\n");
        text.append(words.get("mail.text.how")).append("\n");
        for (int i = 0; i <= 10; i++) text.append(i < 10 ? " " : "").append(i).append("  ").append(score.apply(i)).append("\n");
        text.append("\n").append(words.get("mail.why")).append("\n\n").append(greeting).append("\n").append(brand);
        text.append("\n\n--\n").append(words.get("mail.optout.lead")).append("\n");
        text.append(words.get("mail.optout")).append(": ").append(optOut).append("\n");
        return text.toString();
    }

    /** Where people write in short pieces: the question and one address; the scale is on the page behind it. */
    String chatText() {
        return words.get("mail.question", brand) + "\n" + open + "\n" + words.get("mail.why");
    }

    String html() {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i <= 10; i++) cells.append(cell(i));
        return PAGE.replace("%lang%", words.language())
                .replace("%title%", escaped(words.get("mail.subject")))
                .replace("%preheader%", escaped(words.get("mail.preheader")))
                .replace("%accent%", Accent.of(accent).hex())
                .replace("%link%", Accent.of(accent).onPaper().hex())
                .replace("%nightlink%", Accent.of(accent).atNight().hex())
                .replace("%hello%", escaped(hello()))
                .replace("%intro%", escaped(intro()))
                .replace("%question%", escaped(words.get("mail.question", brand)))
                .replace("%cells%", cells)
                .replace("%low%", escaped(words.get("mail.low")))
                .replace("%high%", escaped(words.get("mail.high")))
                .replace("%openurl%", escaped(open))
                .replace("%open%", escaped(words.get("mail.open")))
                .replace("%why%", escaped(words.get("mail.why")))
                .replace("%greeting%", escaped(greeting))
                .replace("%optoutlead%", escaped(words.get("mail.optout.lead")))
                .replace("%optouturl%", escaped(optOut))
                .replace("%optout%", escaped(words.get("mail.optout")))
                .replace("%brand%", escaped(brand));
    }

    private String cell(int i) {
        return CELL.replace("%url%", escaped(score.apply(i)))
                .replace("%label%", escaped(words.get("mail.score", i)))
                .replace("%score%", Integer.toString(i));
    }

    private String hello() {
        return name.map(known -> words.get("mail.hello", known)).orElseGet(() -> words.get("mail.hello.unknown"));
    }

    private String intro() {
        return subject.map(about -> words.get("mail.intro", about)).orElseGet(() -> words.get("mail.intro.plain"));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static final String CELL = """
            <td width="9%" align="center" class="cell" bgcolor="#ffffff" style="border:1px solid #cfc7bc;padding:0;">\
            <a href="%url%" title="%label%" class="ink" style="display:block;padding:13px 0;font:bold 16px/18px \
            'Segoe UI',Helvetica,Arial,sans-serif;color:#231f1b;text-decoration:none;">%score%</a></td>
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%lang%"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <title>%title%</title>
            <style>
            :root{color-scheme:light dark;supported-color-schemes:light dark}
            @media (max-width:600px){.pad{padding:24px 18px!important}.lead{font-size:20px!important;line-height:27px!important}}
            @media (prefers-color-scheme:dark){
            .paper{background:#151311!important}.card{background:#1e1b19!important}.ink{color:#ece7e1!important}
            .soft{color:#b5ada4!important}.cell{background:#272421!important;border-color:#57514a!important}
            .link{color:%nightlink%!important}}
            </style></head>
            <body class="paper" style="margin:0;padding:0;background:#faf8f5;">
            <div style="display:none;max-height:0;overflow:hidden;">%preheader%</div>
            <table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#faf8f5"><tr><td align="center" style="padding:24px 10px;">
            <table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:600px;border-radius:14px;">
            <tr><td bgcolor="%accent%" height="6" style="height:6px;line-height:6px;font-size:0;border-radius:14px 14px 0 0;">&nbsp;</td></tr>
            <tr><td class="pad" style="padding:32px 36px;font:16px/25px 'Segoe UI',Helvetica,Arial,sans-serif;">
            <p class="ink" style="margin:0 0 14px;color:#231f1b;">%hello%</p>
            <p class="ink" style="margin:0 0 22px;color:#231f1b;">%intro%</p>
            <p class="ink lead" style="margin:0 0 18px;color:#231f1b;font-size:22px;line-height:30px;font-weight:bold;">%question%</p>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;table-layout:fixed;border-collapse:collapse;"><tr>
            %cells%</tr></table>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>
            <td align="left" class="soft" style="padding:8px 0 0;font:13px/18px 'Segoe UI',Helvetica,Arial,sans-serif;color:#6b6258;">%low%</td>
            <td align="right" class="soft" style="padding:8px 0 0;font:13px/18px 'Segoe UI',Helvetica,Arial,sans-serif;color:#6b6258;">%high%</td>
            </tr></table>
            <p style="margin:18px 0 0;font-size:14px;line-height:20px;"><a href="%openurl%" class="link" style="color:%link%;">%open%</a></p>
            <p class="soft" style="margin:24px 0 0;color:#6b6258;font-size:15px;line-height:23px;">%why%</p>
            <p class="ink" style="margin:22px 0 0;color:#231f1b;">%greeting%<br><strong>%brand%</strong></p>
            </td></tr></table>
            <p class="soft" style="margin:18px 0 0;font:13px/19px 'Segoe UI',Helvetica,Arial,sans-serif;color:#6b6258;">%optoutlead%
            <a href="%optouturl%" class="soft" style="color:#6b6258;">%optout%</a></p>
            </td></tr></table>
            </body></html>
            """;
}
