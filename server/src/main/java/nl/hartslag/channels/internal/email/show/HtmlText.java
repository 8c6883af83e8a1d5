package nl.hartslag.channels.internal.email.show;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The plain text of HTML, for search, rules, previews and reading aloud. */
public final class HtmlText {
    private static final String BLOCKS = " p div tr table ul ol h1 h2 h3 h4 h5 h6 blockquote pre section article header footer hr address dl dt dd ";

    private HtmlText() {}

    public static String of(String html) {
        return of(Jsoup.parse(html));
    }

    static String of(Document document) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words && !hidden(words)) append(text, words.getWholeText());
                else if (node instanceof Element element) open(element);
            }

            private void open(Element element) {
                String name = element.normalName();
                if (name.equals("br")) text.append('\n');
                else if (name.equals("li")) newLine(text).append("- ");
                else if (BLOCKS.contains(" " + name + " ")) newLine(text);
                else if (name.equals("td") || name.equals("th")) text.append(' ');
                else if (name.equals("img") && !element.attr("alt").isBlank()) append(text, "[" + element.attr("alt") + "]");
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && BLOCKS.contains(" " + element.normalName() + " ")) newLine(text);
                if (node instanceof Element element && element.normalName().equals("p")) text.append('\n');
            }
        }, document.body());
        return text.toString().replace('\u00a0', ' ').replaceAll("[ \\t]+\\n", "\n").replaceAll("\\n{3,}", "\n\n").strip();
    }

    private static boolean hidden(TextNode words) {
        return words.parent() instanceof Element parent && (parent.normalName().equals("style")
                || parent.normalName().equals("script") || parent.normalName().equals("title"));
    }

    private static void append(StringBuilder text, String words) {
        String flat = words.replaceAll("[ \\t\\r\\n\\f]+", " ");
        boolean atStart = text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(atStart ? flat.stripLeading() : flat);
    }

    private static StringBuilder newLine(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
        return text;
    }
}
