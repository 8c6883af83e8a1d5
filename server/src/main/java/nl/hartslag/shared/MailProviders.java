package nl.hartslag.shared;

import java.util.Set;

/** Where anybody can have a mail address, so that a domain tells nothing of who writes. */
public final class MailProviders {
    /** In the Netherlands, Belgium and the countries around. */
    private static final Set<String> PUBLIC = Set.of(
            "gmail.com", "googlemail.com", "outlook.com", "outlook.be", "outlook.nl", "outlook.de", "outlook.fr", "hotmail.com", "hotmail.nl", "hotmail.be",
            "hotmail.co.uk", "hotmail.de", "hotmail.fr", "live.com", "live.nl", "live.be", "live.co.uk", "msn.com", "yahoo.com", "yahoo.co.uk", "yahoo.de",
            "yahoo.fr", "ymail.com", "icloud.com", "me.com", "mac.com", "aol.com", "proton.me", "protonmail.com", "pm.me", "tutanota.com", "tuta.com",
            "gmx.com", "gmx.net", "gmx.de", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "mail.com", "zoho.com", "fastmail.com", "hey.com",
            "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "hetnet.nl", "xs4all.nl", "home.nl", "chello.nl", "upcmail.nl", "casema.nl", "quicknet.nl",
            "zonnet.nl", "tele2.nl", "telfort.nl", "online.nl", "caiway.nl", "solcon.nl", "kabelfoon.nl", "versatel.nl", "wanadoo.nl", "freeler.nl", "delta.nl",
            "zeelandnet.nl", "telenet.be", "skynet.be", "proximus.be", "scarlet.be", "pandora.be", "voo.be", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr",
            "laposte.net", "btinternet.com", "sky.com", "virginmedia.com", "ntlworld.com", "talktalk.net", "yandex.com", "yandex.ru", "mail.ru", "qq.com", "163.com");

    private MailProviders() {}

    /** @param domain in lower case and ASCII */
    public static boolean forEverybody(String domain) {
        return PUBLIC.contains(domain);
    }
}
