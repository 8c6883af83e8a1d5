package nl.hartslag.channels.internal.email.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "Op ma 23 nov 2026 om 10:00 schreef Service <service@demo.example>:\n\n> Beste Jan,\n> Uw pakket komt morgen.",
        "Op ma 23 nov 2026 om 10:00 schreef Service van De Winkel\n<service@demo.example>:\n\n> Beste Jan,",
        "On Mon, Nov 23, 2026 at 10:00 AM Service <service@demo.example> wrote:\n\n> Dear Jan,",
        "On Mon, 23 Nov 2026 at 10:00, Service Department of the Shop\n<service@demo.example>\nwrote:\n\n> Dear Jan,",
        "Op 23 nov. 2026 om 10:00 heeft Service <service@demo.example> het volgende geschreven:\n\n> Beste Jan,",
        "Van: Service <service@demo.example>\nVerzonden: maandag 23 november 2026 10:00\nAan: Jan\nOnderwerp: RE: Pakket\n\nBeste Jan,",
        "From: Service <service@demo.example>\nSent: Monday, November 23, 2026 10:00 AM\nTo: Jan\nSubject: RE: Parcel\n\nDear Jan,",
        "________________________________\nVan: Service <service@demo.example>\nVerzonden: maandag 23 november 2026 10:00\nAan: Jan\nOnderwerp: x\n\nBeste",
        "-----Oorspronkelijk bericht-----\nVan: Service\nVerzonden: ma\n\nBeste Jan,",
        "-----Original Message-----\nFrom: Service\n\nDear Jan,",
        "Verstuurd vanaf mijn iPhone\n\nOp 23 nov. 2026 om 10:00 heeft Service <service@demo.example> het volgende geschreven:\n> Beste",
        "Sent from my iPhone\n\n> On 23 Nov 2026, at 10:00, Service <service@demo.example> wrote:\n> \n> Dear Jan,",
        "Outlook voor iOS downloaden<https://aka.ms/o0ukef>\n________________________________\nVan: Service\nVerzonden: ma\nAan: Jan\n",
        "-- \nJan Jansen\n06-12345678",
        "Service <service@demo.example> schreef op 23-11-2026 10:00:\n> Beste Jan,",
        "> Beste Jan,\n> Uw pakket komt morgen."})
    void foldsWhatFollowsTheAnswer(String below) {
        Folded folded = TextFolding.fold("Dank, maar het is er nog niet.\nGroet, Jan\n\n" + below.replace("\n", "\r\n"));
        assertThat(folded.visible()).isEqualTo("Dank, maar het is er nog niet.\nGroet, Jan");
        assertThat(folded.folded()).isEqualTo(below.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Goedemorgen,\nOp maandag schreef ik u al dat het pakket er niet is. Kunt u kijken?",
        "Goedemorgen,\nVan: jan kreeg ik te horen dat het kapot was.\nWat nu?",
        "> alleen een citaat",
        "Zie hieronder.\n\n---------- Forwarded message ---------\nFrom: Winkel <a@x.example>\nDate: ma\nSubject: bon\nTo: Jan\n\nUw bon",
        "Zie hieronder.\n\nBegin doorgestuurd bericht:\n\nVan: Winkel\nDatum: ma\nAan: Jan\n\nUw bon",
        "Op ma schreef Service <s@x.example>:\n> Wat is uw nummer?\n12345\n> En uw adres?\nDorpsstraat 1"})
    void leavesAloneWhatItIsNotSureOf(String text) {
        assertThat(TextFolding.fold(text)).isEqualTo(new Folded(text, ""));
    }

    @Test
    void showsAnAnswerThatStandsBelowTheQuotation() {
        Folded folded = TextFolding.fold("Op ma schreef Service <s@x.example>:\n> Wat is uw nummer?\n> Groet\n\n12345, dank\n\n-- \nJan");
        assertThat(folded.visible()).isEqualTo("12345, dank");
        assertThat(folded.folded()).contains("> Wat is uw nummer?").contains("-- \nJan");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // Gmail
        "<div dir=ltr>Nog niet</div><br><div class='gmail_quote gmail_quote_container'><div class=gmail_attr>Op ma 23 nov schreef S &lt;<a href='mailto:s@x'>s@x</a>&gt;:<br></div><blockquote class=gmail_quote>OUD</blockquote></div>",
        // Outlook for Windows
        "<div class=WordSection1><p class=MsoNormal>Nog niet</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Van:</b> S &lt;s@x.example&gt; <br><b>Verzonden:</b> maandag 23 november 2026<br><b>Aan:</b> Jan<br><b>Onderwerp:</b> RE</p></div></div><p class=MsoNormal>OUD</p></div>",
        // Outlook on the web
        "<div>Nog niet</div><div id=appendonsend></div><hr style='width:98%'><div id=divRplyFwdMsg><b>From:</b> S<br><b>Sent:</b> Monday<br></div><div>OUD</div>",
        // Apple Mail
        "<div>Nog niet<br><div><br><blockquote type=cite><div>Op 23 nov 2026, om 10:00 heeft S &lt;s@x.example&gt; het volgende geschreven:</div><div>OUD</div></blockquote></div></div>",
        // iPhone
        "<div dir=ltr>Nog niet<br id=lineBreakAtBeginningOfSignature><div dir=ltr>Verstuurd vanaf mijn iPhone</div><div dir=ltr><br><blockquote type=cite>Op 23 nov. heeft S geschreven:<br>OUD</blockquote></div></div>",
        // Thunderbird
        "<p>Nog niet</p><div class=moz-cite-prefix>Op 23-11-2026 om 10:00 schreef S:<br></div><blockquote type=cite>OUD</blockquote>",
        // Outlook mobile
        "<div>Nog niet</div><div id=ms-outlook-mobile-signature>Outlook voor iOS downloaden</div><hr><div id=divRplyFwdMsg><b>Van:</b> S</div>OUD",
        // a program nobody knows
        "<p>Nog niet</p><p>-----Oorspronkelijk bericht-----</p><p>OUD</p>"})
    void foldsHtmlOfCommonPrograms(String html) {
        SafeHtml.Shown shown = SafeHtml.of("<html><body>" + html + "</body></html>");
        assertThat(HtmlText.of(shown.visible())).isEqualTo("Nog niet");
        assertThat(HtmlText.of(shown.folded())).contains("OUD").doesNotContain("Nog niet");
    }

    @Test
    void keepsAForwardedMailInSight() {
        SafeHtml.Shown shown = SafeHtml.of("<div>Zie onder</div><div class=gmail_quote>---------- Forwarded message ---------<br>Van: W<br>BON</div>");
        assertThat(HtmlText.of(shown.visible())).contains("BON");
        assertThat(shown.folded()).isEmpty();
    }

    @Test
    void showsAMailThatIsNothingButAQuotation() {
        SafeHtml.Shown shown = SafeHtml.of("<blockquote type=cite>OUD</blockquote>");
        assertThat(HtmlText.of(shown.visible())).isEqualTo("OUD");
    }

    @Test
    void readsACalendarItem() {
        assertThat(CalendarText.of("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Bezorging\\, thuis\r\nDTSTART;TZID=Europe/Amsterdam:20261124T100000\r\n"
                + "DTEND:20261124T110000Z\r\nLOCATION:Dorps\r\n straat 1\r\nEND:VEVENT\r\nEND:VCALENDAR"))
                .contains("📅 Bezorging, thuis · 2026-11-24 10:00 – 2026-11-24 11:00 UTC · Dorpsstraat 1");
        assertThat(CalendarText.of("rommel")).isEmpty();
    }
}
