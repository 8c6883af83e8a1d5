package nl.hartslag.channels.internal.email.trust;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.email.parse.MailHeaders;

/**
 * The {@code Authentication-Results} (RFC 8601) of a relay that we were told to trust. The caller makes sure that the mail came
 * from that relay; a relay worth trusting removes such headers that others wrote under its name.
 */
public final class RelayWord {
    private static final Pattern RESULT = Pattern.compile("(?i)\\b(spf|dkim|dmarc)\\s*=\\s*([a-z]+)([^;]*)");
    private static final Pattern PROPERTY = Pattern.compile("(?i)\\b(smtp\\.mailfrom|header\\.d|header\\.i|header\\.from)\\s*=\\s*\"?([^\\s;\"]+)");

    private RelayWord() {}

    /** @param trusted authserv-ids, lower case; empty result when none of them spoke */
    public static Optional<SenderProof> of(MailHeaders headers, MailAddress from, Set<String> trusted) {
        List<String> spoken = headers.all("Authentication-Results").stream()
                .map(v -> v.replaceAll("\\([^)]*\\)", " "))
                .filter(v -> trusted.contains(v.split("[;\\s]", 2)[0].strip().toLowerCase(Locale.ROOT))).toList();
        if (spoken.isEmpty()) return Optional.empty();
        String spf = "none";
        String dkim = "none";
        String dmarc = "none";
        boolean proven = false;
        for (String value : spoken) {
            Matcher result = RESULT.matcher(value);
            while (result.find()) {
                String outcome = result.group(2).toLowerCase(Locale.ROOT);
                boolean own = Domains.aligned(domain(result.group(3)), from.domain(), false);
                switch (result.group(1).toLowerCase(Locale.ROOT)) {
                    case "spf" -> spf = outcome;
                    case "dkim" -> dkim = dkim.equals("pass") ? dkim : outcome;
                    case "dmarc" -> dmarc = outcome;
                    default -> throw new IllegalStateException("not asked for");
                }
                proven |= outcome.equals("pass") && own;
            }
        }
        return Optional.of(new SenderProof(proven && !dmarc.equals("fail"), spf, dkim, dmarc, "relay"));
    }

    private static String domain(String properties) {
        Matcher property = PROPERTY.matcher(properties);
        if (!property.find()) return "";
        String value = property.group(2);
        return value.substring(value.lastIndexOf('@') + 1);
    }
}
