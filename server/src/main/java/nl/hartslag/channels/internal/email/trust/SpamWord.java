package nl.hartslag.channels.internal.email.trust;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.hartslag.channels.internal.email.parse.MailHeaders;

/**
 * What a mail filter before us wrote above a mail that it takes for spam: SpamAssassin, Rspamd, Exchange and what follows their
 * example. The caller makes sure that it comes from a filter we were told to trust.
 */
public final class SpamWord {
    private static final Map<String, Pattern> VERDICTS = Map.of(
            "X-Spam-Flag", Pattern.compile("(?i)\\s*yes\\b.*"),
            "X-Spam-Status", Pattern.compile("(?i)\\s*yes\\b.*"),
            "X-Spam", Pattern.compile("(?i)\\s*yes\\b.*"),
            // spam confidence 5 to 9; what is certainly none has -1
            "X-MS-Exchange-Organization-SCL", Pattern.compile("\\s*[5-9]\\s*"),
            "X-Forefront-Antispam-Report", Pattern.compile("(?i).*\\bSFV:(SPM|SKB|SKS)\\b.*"));

    private SpamWord() {}

    /** @return the name of the header that says so; empty when nobody does */
    public static Optional<String> of(MailHeaders headers) {
        List<String> saying = VERDICTS.entrySet().stream()
                .filter(verdict -> headers.all(verdict.getKey()).stream().anyMatch(value -> verdict.getValue().matcher(value).matches()))
                .map(Map.Entry::getKey).sorted().toList();
        return saying.stream().findFirst();
    }
}
