package nl.hartslag.channels.internal.email.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One mailbox of a header.
 *
 * @param name    display name, empty if none
 * @param address lower case, always with one {@code @}
 */
public record MailAddress(String name, String address) {
    private static final int LONGEST = 320;

    public MailAddress {
        address = address.strip().toLowerCase(Locale.ROOT);
        if (!valid(address)) throw new IllegalArgumentException("not a mail address");
    }

    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** The address without {@code +detail}. */
    public String withoutDetail() {
        int plus = address.indexOf('+');
        int at = address.lastIndexOf('@');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    public static boolean valid(String address) {
        int at = address.lastIndexOf('@');
        return at > 0 && at < address.length() - 1 && address.length() <= LONGEST
                && address.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c == '"' || c == 127);
    }

    public static Optional<MailAddress> of(String address) {
        String bare = address.strip();
        if (bare.startsWith("<") && bare.endsWith(">")) bare = bare.substring(1, bare.length() - 1).strip();
        return valid(bare) ? Optional.of(new MailAddress("", bare)) : Optional.empty();
    }

    /** All mailboxes of a header body that is already unfolded; groups are opened, what is no address is left out. */
    public static List<MailAddress> list(String header) {
        List<MailAddress> found = new ArrayList<>();
        for (String piece : pieces(header)) mailbox(piece).ifPresent(found::add);
        return found;
    }

    private static Optional<MailAddress> mailbox(String piece) {
        int open = piece.lastIndexOf('<');
        int close = piece.indexOf('>', Math.max(open, 0));
        if (open >= 0) {
            String inner = piece.substring(open + 1, close < 0 ? piece.length() : close).strip();
            if (inner.startsWith("mailto:")) inner = inner.substring("mailto:".length());
            int route = inner.startsWith("@") ? inner.indexOf(':') : -1;
            String address = inner.substring(route + 1).replaceAll("\\s", "");
            return valid(address) ? Optional.of(new MailAddress(displayName(piece.substring(0, open)), address)) : Optional.empty();
        }
        String bare = piece.replaceAll("\\([^)]*\\)", "").strip();
        return valid(bare) ? Optional.of(new MailAddress("", bare)) : Optional.empty();
    }

    private static String displayName(String written) {
        String name = written.strip();
        if (name.length() >= 2 && name.startsWith("\"") && name.endsWith("\"")) {
            name = name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        name = EncodedWords.decode(name).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return name.length() > 200 ? name.substring(0, 200) : name;
    }

    /** Splits at commas and semicolons outside quotes, comments and angle brackets; drops group names. */
    private static List<String> pieces(String header) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        int comment = 0;
        boolean angle = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && i + 1 < header.length()) {
                piece.append(c).append(header.charAt(++i));
                continue;
            }
            if (c == '"' && comment == 0) quoted = !quoted;
            else if (!quoted && c == '(') comment++;
            else if (!quoted && c == ')' && comment > 0) comment--;
            else if (!quoted && comment == 0 && c == '<') angle = true;
            else if (!quoted && comment == 0 && c == '>') angle = false;
            boolean free = !quoted && comment == 0;
            if (free && !angle && (c == ',' || c == ';')) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else if (free && !angle && c == ':' && piece.indexOf("@") < 0) {
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
