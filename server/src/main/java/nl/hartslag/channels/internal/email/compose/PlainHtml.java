package nl.hartslag.channels.internal.email.compose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTML version of what a person typed as text: paragraphs, line breaks, links, nothing more. */
final class PlainHtml {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    private PlainHtml() {}

    static String of(String text) {
        String paragraphs = Stream.of(text.replace("\r\n", "\n").strip().split("\n{2,}"))
                .map(p -> "<p style=\"margin:0 0 1em\">" + linked(p).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining("\n"));
        return "<!doctype html><html><head><meta charset=\"utf-8\"></head><body style=\"font-family:Arial,Helvetica,sans-serif;"
                + "font-size:15px;line-height:1.5;color:#222\">\n" + paragraphs + "\n</body></html>";
    }

    private static String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int end = 0;
        while (link.find()) {
            String url = escaped(link.group());
            html.append(escaped(text.substring(end, link.start()))).append("<a href=\"").append(url).append("\">").append(url).append("</a>");
            end = link.end();
        }
        return html.append(escaped(text.substring(end))).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
