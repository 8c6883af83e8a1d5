package nl.hartslag.customers.internal;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.hartslag.platform.problem.FieldErrors;

/** Domains of mail by which people of one company are known; never those at which anybody can have an address. */
final class MailDomains {
    private static final int MOST = 20;
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
    /** Providers of mail for everybody, in the Netherlands, Belgium and the countries around. */
    private static final Set<String> PUBLIC = Set.of(
            "gmail.com", "googlemail.com", "outlook.com", "outlook.be", "outlook.nl", "outlook.de", "outlook.fr", "hotmail.com", "hotmail.nl", "hotmail.be",
            "hotmail.co.uk", "hotmail.de", "hotmail.fr", "live.com", "live.nl", "live.be", "live.co.uk", "msn.com", "yahoo.com", "yahoo.co.uk", "yahoo.de",
            "yahoo.fr", "ymail.com", "icloud.com", "me.com", "mac.com", "aol.com", "proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.com",
            "gmx.com", "gmx.net", "gmx.de", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "mail.com", "zoho.com", "fastmail.com", "hey.com",
            "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl", "xs4all.nl", "home.nl", "chello.nl", "upcmail.nl", "casema.nl", "quicknet.nl",
            "zonnet.nl", "tele2.nl", "telfort.nl", "online.nl", "caiway.nl", "solcon.nl", "kabelfoon.nl", "versatel.nl", "wanadoo.nl", "freeler.nl", "delta.nl",
            "zeelandnet.nl", "telenet.be", "skynet.be", "proximus.be", "scarlet.be", "pandora.be", "voo.be", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr",
            "laposte.net", "btinternet.com", "sky.com", "virginmedia.com", "ntlworld.com", "talktalk.net", "yandex.com", "yandex.ru", "mail.ru", "qq.com", "163.com");

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
                .check(domains.stream().noneMatch(PUBLIC::contains), "domains", "public-mail-domain");
    }

    /** Of an e-mail address as it is stored. */
    static Optional<String> of(String address) {
        int at = address.lastIndexOf('@');
        return at < 0 ? Optional.empty() : Optional.of(address.substring(at + 1));
    }
}
