package nl.hartslag.feedback.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nl.hartslag.feedback.CustomerWords;
import nl.hartslag.feedback.Emotion;
import nl.hartslag.feedback.Survey.Look;
import nl.hartslag.feedback.Survey.View;
import nl.hartslag.shared.statistics.ScoreClass;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The survey's pages as HTML. They need no script and hold no style. */
final class SurveyPages {
    private static final Look NEUTRAL =
            new Look("", "#9c2f58", "en", java.time.ZoneOffset.UTC, Instant.EPOCH, java.util.Optional.empty());

    /** @param step what was done last: {@code why}, {@code thanks}, {@code edit}, {@code missing}, {@code optedin} or {@code optedout} */
    String of(View view, String token, @Nullable Integer score, @Nullable String step, String browserLanguage) {
        return switch (view) {
            case View.Asking asking -> asking(asking, token, score, "missing".equals(step), step);
            case View.Answered answered -> "thanks".equals(step)
                    ? thanks(answered, token)
                    : "optedin".equals(step) || "optedout".equals(step)
                            ? optOut(answered.look(), token, "optedout".equals(step), true)
                            : why(answered, token, score, step);
            case View.Closed closed -> message(closed.look(), "page.done", closed.score());
            case View.Expired expired -> message(expired.look(), "page.expired");
            case View.OptOut optOut -> optOut(optOut.look(), token, optOut.declined(), step != null);
            case View.Unknown ignored -> message(in(browserLanguage), "page.unknown");
        };
    }

    String busy(String browserLanguage) {
        return message(in(browserLanguage), "page.busy");
    }

    String away(String browserLanguage) {
        return message(in(browserLanguage), "page.away");
    }

    private String asking(View.Asking view, String token, @Nullable Integer score, boolean missing, @Nullable String step) {
        if ("optedin".equals(step) || "optedout".equals(step)) {
            return optOut(view.look(), token, "optedout".equals(step), true);
        }
        CustomerWords words = CustomerWords.in(view.look().language());
        Integer tapped = score != null ? score : view.tapped().orElse(null);
        String lead = tapped == null ? words.get("page.choose") : words.get("page.tapped", tapped);
        return page(view.look(), words.get("page.title"), """
                %s
                <form method="post" action="/s/%s">
                %s
                <p class="lead">%s</p>
                %s
                <button type="submit">%s</button>
                </form>""".formatted(
                about(view.look(), words),
                token,
                missing ? "<p class=\"wrong\" role=\"alert\">" + escaped(words.get("page.missing")) + "</p>" : "",
                escaped(lead),
                scale(words, view.look().brand(), tapped, true),
                escaped(words.get("page.confirm"))));
    }

    private String why(View.Answered view, String token, @Nullable Integer score, @Nullable String step) {
        CustomerWords words = CustomerWords.in(view.look().language());
        Integer tapped = score != null ? score : view.tapped().orElse(null);
        // Only a fresh tap in the mail asks for another score; after a form was sent the link's own score is old news.
        boolean another = step == null && tapped != null && tapped != view.score();
        String question = switch (ScoreClass.of(view.score())) {
            case DETRACTOR -> "page.why.detractor";
            case PASSIVE -> "page.why.passive";
            case PROMOTER -> "page.why.promoter";
        };
        return page(view.look(), words.get("page.received", view.score()), """
                <p class="received" role="status">%s</p>
                <form method="post" action="/s/%s">
                <label class="question" for="why">%s</label>
                <textarea id="why" name="why" rows="5" maxlength="4000" aria-describedby="why-hint">%s</textarea>
                <p class="hint" id="why-hint">%s</p>
                %s
                <details%s><summary>%s</summary>
                %s
                </details>
                <button type="submit">%s</button>
                </form>""".formatted(
                escaped(words.get("page.received", view.score())),
                token,
                escaped(words.get(question)),
                view.why() == null ? "" : escaped(view.why()),
                escaped(words.get("page.why.hint")),
                emotions(words, view.emotion()),
                another ? " open" : "",
                escaped(words.get("page.change")),
                scale(words, view.look().brand(), another ? tapped : Integer.valueOf(view.score()), false),
                escaped(words.get("page.send"))));
    }

    private String thanks(View.Answered view, String token) {
        CustomerWords words = CustomerWords.in(view.look().language());
        boolean detractor = ScoreClass.of(view.score()) == ScoreClass.DETRACTOR;
        StringBuilder yours = new StringBuilder("<p class=\"score\">" + view.score() + "</p>");
        if (view.why() != null) yours.append("<blockquote>").append(escaped(view.why())).append("</blockquote>");
        if (view.emotion() != null) yours.append("<p>").append(escaped(emotion(words, view.emotion()))).append("</p>");
        String until = DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.of(words.language()))
                .format(view.changeableUntil().atZone(view.look().zone()));
        return page(view.look(), words.get("page.thanks.title"), """
                <h1>%s</h1>
                <p class="lead">%s</p>
                <section class="yours" aria-label="%s">%s</section>
                <p class="hint">%s <a href="/s/%s?step=edit">%s</a></p>""".formatted(
                escaped(words.get("page.thanks.title")),
                escaped(words.get(detractor ? "page.thanks.detractor" : "page.thanks.other")),
                escaped(words.get("page.yours")),
                yours,
                escaped(words.get("page.thanks.change", until)),
                token,
                escaped(words.get("page.thanks.edit"))));
    }

    private String optOut(Look look, String token, boolean declined, boolean done) {
        CustomerWords words = CustomerWords.in(look.language());
        String key = declined ? "page.optedout" : done ? "page.optedin" : "page.optout";
        boolean asks = declined || !done;
        String form = asks
                ? "<form method=\"post\" action=\"/s/%s\"><button type=\"submit\" class=\"%s\" name=\"optout\" value=\"%s\">%s</button></form>"
                        .formatted(
                                token,
                                declined ? "quiet" : "",
                                declined ? "no" : "yes",
                                escaped(words.get(declined ? "page.optedout.undo" : "page.optout.confirm")))
                : "";
        return page(look, words.get(key + ".title"), "<h1>%s</h1><p class=\"lead\">%s</p>%s".formatted(
                escaped(words.get(key + ".title")), escaped(words.get(key + ".text", look.brand())), form));
    }

    private String message(Look look, String key, Object... values) {
        CustomerWords words = CustomerWords.in(look.language());
        return page(look, words.get(key + ".title"), "<h1>%s</h1><p class=\"lead\">%s</p>".formatted(
                escaped(words.get(key + ".title")), escaped(words.get(key + ".text", values))));
    }

    private static String about(Look look, CustomerWords words) {
        String day = DateTimeFormatter.ofPattern("d MMMM", Locale.of(words.language()))
                .format(look.contactAt().atZone(look.zone()));
        String text = look.subject()
                .map(subject -> words.get("page.about", day, subject))
                .orElseGet(() -> words.get("page.about.plain", day));
        return "<p class=\"about\">" + escaped(text) + "</p>";
    }

    private static String scale(CustomerWords words, String brand, @Nullable Integer chosen, boolean question) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i <= 10; i++) {
            cells.append("<label><input type=\"radio\" name=\"score\" value=\"%d\"%s%s><span>%d</span></label>"
                    .formatted(i, chosen != null && chosen == i ? " checked" : "", question ? " required" : "", i));
        }
        return "<fieldset class=\"scale\"><legend class=\"question\">%s</legend><div class=\"cells\">%s</div><p class=\"ends\"><span>%s</span><span>%s</span></p></fieldset>"
                .formatted(
                        escaped(words.get("page.question", brand)),
                        cells,
                        escaped(words.get("page.low")),
                        escaped(words.get("page.high")));
    }

    private static String emotions(CustomerWords words, @Nullable Emotion chosen) {
        StringBuilder choices = new StringBuilder();
        for (Emotion each : Emotion.values()) choices.append(choice(each.key(), emotion(words, each), each == chosen));
        choices.append(choice("none", words.get("page.emotion.none"), false));
        return "<fieldset class=\"emotion\"><legend class=\"question\">%s</legend><p class=\"hint\">%s</p><div class=\"choices\">%s</div></fieldset>"
                .formatted(escaped(words.get("page.emotion")), escaped(words.get("page.emotion.hint")), choices);
    }

    private static String choice(String value, String text, boolean checked) {
        return "<label><input type=\"radio\" name=\"emotion\" value=\"%s\"%s><span>%s</span></label>"
                .formatted(value, checked ? " checked" : "", escaped(text));
    }

    private static String emotion(CustomerWords words, Emotion emotion) {
        return words.get("emotion." + emotion.key());
    }

    private static String page(Look look, String title, String content) {
        CustomerWords words = CustomerWords.in(look.language());
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1">
                <meta name="robots" content="noindex">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <link rel="stylesheet" href="/s/look/survey.css">
                <link rel="stylesheet" href="/s/look/%s.css">
                </head>
                <body>
                <main>
                <p class="brand">%s</p>
                %s
                </main>
                <footer><p>%s</p><p>%s</p></footer>
                </body>
                </html>
                """.formatted(
                words.language(),
                escaped(title),
                look.accent().substring(1),
                escaped(look.brand()),
                content,
                escaped(words.get("page.privacy")),
                escaped(words.get("page.trademark")));
    }

    private static Look in(String language) {
        return new Look(NEUTRAL.brand(), NEUTRAL.accent(), language, NEUTRAL.zone(), NEUTRAL.contactAt(), NEUTRAL.subject());
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
