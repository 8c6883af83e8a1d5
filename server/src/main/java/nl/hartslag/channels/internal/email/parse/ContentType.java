package nl.hartslag.channels.internal.email.parse;

import java.util.Set;
import org.apache.tika.Tika;

/** What a file is: by its first bytes, and only where these say nothing by what the mail calls it. */
final class ContentType {
    /** Enough for every mark that formats begin with. */
    static final int HEAD = 8_192;
    private static final String UNKNOWN = "application/octet-stream";
    private static final Set<String> SAYS_NOTHING = Set.of(UNKNOWN, "text/plain");
    private static final Tika TYPES = new Tika();

    private ContentType() {}

    /**
     * @param head     the first bytes
     * @param name     helps where one format is a kind of another, as a document is a kind of archive
     * @param declared media type by the mail
     */
    static String of(byte[] head, String name, String declared) {
        String found = TYPES.detect(head, name);
        String is = SAYS_NOTHING.contains(found) ? declared : found;
        return marked(is) && SAYS_NOTHING.contains(TYPES.detect(head)) ? UNKNOWN : is;
    }

    /** Pictures and PDF have marks: without them it is something else under that name. */
    private static boolean marked(String type) {
        return type.startsWith("image/") || type.equals("application/pdf");
    }
}
