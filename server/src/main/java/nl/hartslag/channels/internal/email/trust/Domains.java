package nl.hartslag.channels.internal.email.trust;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Domain alignment of DMARC. */
final class Domains {
    /** Second labels under which strangers register names, as in {@code co.uk}. */
    private static final Set<String> SHARED = Set.of("co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go", "gob", "gouv", "mil",
            "nom", "sch", "ltd", "plc", "me", "gr", "asso", "tm");

    private Domains() {}

    /** The name somebody registered: {@code shop.example} of {@code mail.shop.example}. */
    static String registered(String domain) {
        String[] labels = domain.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "").split("\\.");
        int count = labels.length;
        if (count <= 2) return String.join(".", labels);
        boolean shared = labels[count - 1].length() == 2 && SHARED.contains(labels[count - 2]);
        int kept = shared ? 3 : 2;
        return String.join(".", Arrays.copyOfRange(labels, count - kept, count));
    }

    static boolean aligned(String one, String other, boolean strict) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        if (a.isEmpty() || b.isEmpty() || !a.contains(".") || !b.contains(".")) return false;
        return strict ? a.equals(b) : registered(a).equals(registered(b));
    }
}
