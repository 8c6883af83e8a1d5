package nl.hartslag.channels.internal.email.show;

import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an HTML mail where the earlier conversation or the signature begins. Works on the sender's own HTML, before sanitising,
 * because class names and styles are what gives a mail program away.
 */
final class HtmlFolding {
    /** Containers that programs put round an earlier mail. */
    private static final String QUOTES = String.join(",",
            "div.gmail_quote", "blockquote.gmail_quote", "#appendonsend", "#divRplyFwdMsg",
            "#x_divRplyFwdMsg", "#mail-editor-reference-message-container", "div.yahoo_quoted", "div.moz-cite-prefix", "blockquote[type=cite]",
            "div.protonmail_quote", "blockquote.protonmail_quote", "hr#zwchr", "#reply-intro", "div.tutanota_quote", "#OLK_SRC_BODY_SECTION");
    private static final String SIGNATURES = String.join(",",
            "div.gmail_signature", "[data-smartmail=gmail_signature]", "#Signature", "#ms-outlook-mobile-signature",
            "div.moz-signature", "pre.moz-signature", "div.protonmail_signature_block", "#composer_signature");
    private static final int MOST_NODES = 20_000;

    private HtmlFolding() {}

    /** @return visible and folded HTML, both unsafe still */
    static Folded fold(Document document) {
        Element body = document.body();
        // Folding looks at words and neighbours of many nodes; a page of this size is no conversation.
        if (body.getAllElements().size() > MOST_NODES) return Folded.nothing(body.html());
        if (hasForward(body)) return Folded.nothing(body.html());
        Optional<Node> cut = firstCut(body);
        if (cut.isEmpty()) return Folded.nothing(body.html());
        Document before = document.clone();
        Document after = document.clone();
        List<Integer> path = path(cut.get(), body);
        removeFrom(before.body(), path);
        removeBefore(after.body(), path);
        if (HtmlText.of(before).isBlank() && before.body().select("img").isEmpty()) return Folded.nothing(body.html());
        return new Folded(before.body().html(), after.body().html());
    }

    private static boolean hasForward(Element body) {
        return body.select("div.gmail_quote").stream().anyMatch(q -> q.wholeText().strip().startsWith("---------- Forwarded message")
                || q.wholeText().strip().startsWith("---------- Doorgestuurd"));
    }

    private static Optional<Node> firstCut(Element body) {
        Element container = body.selectFirst(QUOTES + "," + SIGNATURES);
        Optional<Node> byWords = firstByWords(body);
        if (container == null) return byWords.map(node -> widened(node, body));
        Node marked = widened(introduction(container), body);
        return byWords.map(node -> widened(node, body)).filter(node -> precedes(node, marked, body)).or(() -> Optional.of(marked));
    }

    /** The words that stand before a quotation ("Op … schreef Jan:") or a line drawn above it belong to it. */
    private static Node introduction(Element container) {
        Element previous = container.previousElementSibling();
        for (int steps = 0; previous != null && steps < 3; steps++, previous = previous.previousElementSibling()) {
            if (previous.normalName().equals("hr") || QuoteMarkers.attribution(previous.text())) return previous;
            if (!previous.text().isBlank()) break;
        }
        return container;
    }

    private static Optional<Node> firstByWords(Element body) {
        for (Element element : body.getAllElements()) {
            if (outlookLine(element)) return Optional.of(element);
            for (TextNode words : element.textNodes()) {
                if (words.isBlank()) continue;
                String line = words.text();
                if (QuoteMarkers.forward(line)) return Optional.empty();
                if (QuoteMarkers.separator(line) || QuoteMarkers.signature(line)) return Optional.of(words);
                if (QuoteMarkers.attributionMayStart(line) && QuoteMarkers.attribution(element.text())) return Optional.of(element);
                if (QuoteMarkers.attribution(line)) return Optional.of(words);
            }
        }
        return Optional.empty();
    }

    /** Outlook for Windows: a div or paragraph with a border above, holding "Van: … Verzonden: …". */
    private static boolean outlookLine(Element element) {
        String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
        boolean drawn = style.contains("border-top:solid") || element.normalName().equals("p") || element.normalName().equals("div");
        if (!drawn || !QuoteMarkers.fromLine(firstWords(element)) || element.text().length() > 1_500) return false;
        return QuoteMarkers.headerBlock(HtmlText.of(wrap(element)).lines().limit(8).toList());
    }

    /** The first words inside, looking at a few nodes only: this runs for every element. */
    private static String firstWords(Element element) {
        Node at = element;
        StringBuilder words = new StringBuilder();
        for (int steps = 0; at != null && steps < 12 && words.length() < 40; steps++) {
            if (at instanceof TextNode text) words.append(text.text());
            at = at.childNodeSize() > 0 ? at.childNode(0) : following(at, element);
        }
        return words.toString();
    }

    private static @Nullable Node following(Node node, Element top) {
        for (Node at = node; at != null && at != top; at = at.parent()) {
            if (at.nextSibling() != null) return at.nextSibling();
        }
        return null;
    }

    private static Document wrap(Element element) {
        Document document = Document.createShell("");
        document.body().appendChild(element.clone());
        return document;
    }

    /** Goes up while nothing is said before the node in its parent, so that no empty frame stays behind. */
    private static Node widened(Node node, Element body) {
        Node wide = node;
        while (wide.parent() instanceof Element parent && parent != body && wide.previousSibling() == null) wide = parent;
        return wide;
    }

    private static boolean precedes(Node one, Node other, Element body) {
        List<Integer> a = path(one, body);
        List<Integer> b = path(other, body);
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!a.get(i).equals(b.get(i))) return a.get(i) < b.get(i);
        }
        return a.size() < b.size();
    }

    private static List<Integer> path(Node node, Element body) {
        LinkedList<Integer> path = new LinkedList<>();
        for (Node at = node; at != body && at.parent() != null; at = at.parent()) path.addFirst(at.siblingIndex());
        return path;
    }

    private static void removeFrom(Element body, List<Integer> path) {
        Node at = body;
        for (int i = 0; i < path.size(); i++) {
            int index = path.get(i);
            int keep = i == path.size() - 1 ? index : index + 1;
            while (at.childNodeSize() > keep) at.childNode(at.childNodeSize() - 1).remove();
            if (i < path.size() - 1) at = at.childNode(index);
        }
    }

    private static void removeBefore(Element body, List<Integer> path) {
        Node at = body;
        for (int index : path) {
            for (int i = 0; i < index; i++) at.childNode(0).remove();
            at = at.childNode(0);
        }
    }
}
