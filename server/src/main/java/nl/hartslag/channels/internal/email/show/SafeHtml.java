package nl.hartslag.channels.internal.email.show;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.select.NodeTraversor;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Sanitises a mail's HTML once, when it comes in. Scripts, forms, frames and styles that reach outside are gone; images from the
 * network are taken out and marked, so that reading a mail tells its sender nothing until the reader asks for them.
 *
 * <p>The marks: {@code <img data-remote-src="https://…">} has no {@code src}; the screen may set it when asked.
 * {@code <img data-cid="…">} is a picture that came along; the attachment with this Content-ID holds it.
 */
public final class SafeHtml {
    private static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 500;
    private static final Pattern DATA_IMAGE = Pattern.compile("(?i)data:image/(png|gif|jpe?g|webp);base64,[a-z0-9+/=\\s]+");

    private static final Pattern OUTSIDE = Pattern.compile("(?i)^(https?://|mailto:|tel:)");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "div", "span", "br", "hr", "b", "i", "u", "s", "em", "strong", "small", "big", "sub", "sup", "strike", "del", "ins",
                    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "tt", "font", "center",
                    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "a", "img", "address", "abbr", "cite", "q")
            .allowWithoutAttributes("span", "font", "a")
            .allowAttributes("href").matching(SafeHtml::leadsOutside).onElements("a")
            .allowUrlProtocols("http", "https", "mailto", "tel", "data")
            .allowAttributes("src").matching(SafeHtml::harmlessSource).onElements("img")
            .allowAttributes("data-remote-src", "data-cid", "alt", "width", "height").onElements("img")
            .allowAttributes("colspan", "rowspan", "align", "valign", "width", "height", "bgcolor", "border", "cellpadding", "cellspacing")
            .onElements("table", "tr", "td", "th", "col", "colgroup", "tbody", "thead", "tfoot")
            .allowAttributes("align", "dir", "lang", "title").globally()
            .allowAttributes("color", "face", "size").onElements("font")
            .allowAttributes("start", "type").onElements("ol", "ul")
            .allowStyling()
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();

    private SafeHtml() {}

    /**
     * @param visible      safe HTML of what was written now
     * @param folded       safe HTML of earlier mails and the signature; empty if none
     * @param remoteImages how many images were taken out
     */
    public record Shown(String visible, String folded, int remoteImages) {
        /** Content-IDs of the pictures that came along and stand in it. */
        public Set<String> pictures() {
            return Stream.of(visible, folded)
                    .flatMap(part -> Jsoup.parseBodyFragment(part).select("img[data-cid]").eachAttr("data-cid").stream())
                    .collect(Collectors.toSet());
        }
    }

    /** @param html as the sender wrote it */
    public static Shown of(String html) {
        String bounded = html.length() <= LONGEST ? html : html.substring(0, LONGEST);
        Document document = Jsoup.parse(bounded);
        document.outputSettings().prettyPrint(false);
        if (depth(document) > DEEPEST) return new Shown(asText(document), "", 0);
        document.select("script,style,noscript,template,object,embed,iframe,form>input,svg,math,title,head>meta").remove();
        int remote = 0;
        for (Element image : document.select("img")) remote += replaceSource(image) ? 1 : 0;
        Folded folded = HtmlFolding.fold(document);
        return new Shown(clean(folded.visible()), clean(folded.folded()), remote);
    }

    private static int depth(Document document) {
        int[] deepest = {0};
        NodeTraversor.traverse((node, depth) -> deepest[0] = Math.max(deepest[0], depth), document);
        return deepest[0];
    }

    /** No program nests so deep on purpose, and cleaning it would take seconds. */
    private static String asText(Document document) {
        return POLICY.sanitize("<p>" + Entities.escape(HtmlText.of(document)).replace("\n", "<br>") + "</p>");
    }

    private static String clean(String html) {
        return html.isBlank() ? "" : POLICY.sanitize(html).strip();
    }

    /** @return whether the image came from the network */
    private static boolean replaceSource(Element image) {
        String source = image.attr("src").strip();
        image.removeAttr("src").removeAttr("data-remote-src").removeAttr("data-cid").removeAttr("srcset");
        String scheme = source.toLowerCase(Locale.ROOT);
        if (scheme.startsWith("cid:")) {
            String contentId = source.substring(4).replaceAll("[<>\\s]", "");
            image.attr("data-cid", contentId);
            return false;
        }
        if (DATA_IMAGE.matcher(source).matches()) {
            image.attr("src", source);
            return false;
        }
        if (scheme.startsWith("//")) source = "https:" + source;
        if (scheme.startsWith("http:") || scheme.startsWith("https:") || scheme.startsWith("//")) {
            image.attr("data-remote-src", source);
            return true;
        }
        return false;
    }

    /** A relative link would point into our own application. */
    private static boolean leadsOutside(String link) {
        return OUTSIDE.matcher(link.strip()).find();
    }

    private static boolean harmlessSource(String source) {
        return DATA_IMAGE.matcher(source).matches();
    }
}
