package nl.hartslag.customers.internal;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.shared.MailProviders;

/** Domains of mail by which people of one company are known; never those at which anybody can have an address. */
final class MailDomains {
    private static final int MOST = 20;
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
    private MailDomains() {}

    /** As it is stored: in lower case and in ASCII, without what stands before the @. */
    static String normal(String typed) {
        String domain = typed.strip().toLowerCase(Locale.ROOT);
        domain = domain.substring(domain.lastIndexOf('@') + 1);
        try {
            return IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException noDomain) {
            return domain;
        }
    }

    static List<String> normal(List<String> typed) {
        return typed.stream().map(MailDomains::normal).filter(one -> !one.isEmpty()).distinct().sorted().toList();
    }

    /** @param domains as they are stored */
    static void check(FieldErrors errors, List<String> domains) {
        errors.atMost("domains", domains, MOST)
                .check(domains.stream().allMatch(one -> DOMAIN.matcher(one).matches()), "domains", "mail-domain")
                .check(domains.stream().noneMatch(MailProviders::forEverybody), "domains", "public-mail-domain");
    }

    /** Of an e-mail address as it is stored. */
    static Optional<String> of(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(address.substring(at + 1));
    }
}
