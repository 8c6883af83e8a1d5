package nl.hartslag.channels.internal.email.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The readable parts of a mail in their nesting. Alternatives say the same twice; other multiparts are read one after the other
 * (Apple Mail writes text, picture, text).
 */
final class BodyTree {
    private final List<BodyTree> children = new ArrayList<>();
    private final boolean alternative;
    private Optional<String> text = Optional.empty();
    private Optional<String> html = Optional.empty();

    private BodyTree(boolean alternative) {
        this.alternative = alternative;
    }

    static BodyTree multipart(String mediaType) {
        return new BodyTree(mediaType.equals("multipart/alternative"));
    }

    BodyTree add(BodyTree child) {
        children.add(child);
        return child;
    }

    void addText(String content) {
        BodyTree leaf = add(new BodyTree(false));
        leaf.text = Optional.of(content);
    }

    void addHtml(String content) {
        BodyTree leaf = add(new BodyTree(false));
        leaf.html = Optional.of(content);
    }

    Optional<String> text() {
        if (children.isEmpty()) return text;
        if (alternative) return last(children.stream().map(BodyTree::text));
        return joined(children.stream().map(BodyTree::text), "\n");
    }

    Optional<String> html() {
        if (children.isEmpty()) return html;
        if (alternative) return last(children.stream().map(BodyTree::html));
        if (children.stream().allMatch(c -> c.html().isEmpty())) return Optional.empty();
        return joined(children.stream().map(c -> c.html().or(() -> c.text().map(BodyTree::asHtml))), "\n");
    }

    private static Optional<String> last(Stream<Optional<String>> versions) {
        return versions.flatMap(Optional::stream).filter(v -> !v.isBlank()).reduce((earlier, later) -> later);
    }

    private static Optional<String> joined(Stream<Optional<String>> pieces, String between) {
        List<String> present = pieces.flatMap(Optional::stream).toList();
        return present.isEmpty() ? Optional.empty() : Optional.of(present.stream().collect(Collectors.joining(between)));
    }

    private static String asHtml(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<div>" + escaped.replace("\r\n", "\n").replace("\n", "<br>") + "</div>";
    }
}
