package nl.hartslag.channels.internal.email.account;

import java.util.Optional;
import nl.hartslag.channels.internal.email.EmailSettings.Tls;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import org.jspecify.annotations.Nullable;

/**
 * An address customers write to.
 *
 * @param name  what customers see as sender
 * @param kind  how its mail reaches us
 * @param relay through which its mail leaves; the installation's relay if absent
 */
public record EmailAccount(AccountId id, BrandId brand, String address, String name, Kind kind, boolean active,
                           Optional<Imap> imap, Optional<Relay> relay, boolean broken, String stateDetail) {

    public enum Kind { SMTP, IMAP }

    public enum Auth { PASSWORD, XOAUTH2 }

    /**
     * @param secret       sealed: the password, or the refresh token with XOAUTH2
     * @param tokenUrl     where a refresh token is exchanged for an access token
     * @param clientSecret sealed
     * @param service      authserv-id of the provider whose Authentication-Results we believe; empty for none
     * @param sentFolder   where copies of what we send are laid; empty for none
     */
    public record Imap(String host, int port, Tls tls, String user, Auth auth, String secret, String folder,
                       String tokenUrl, String clientId, String clientSecret, String service, @Nullable String sentFolder) {
        /** Accounts of before there were copies have none. */
        public Imap {
            sentFolder = sentFolder == null ? "" : sentFolder;
        }

        @Override
        public String sentFolder() {
            return sentFolder == null ? "" : sentFolder;
        }

        /** What people have set; the provider may replace a refresh token. */
        public Imap withoutRefreshToken() {
            return auth == Auth.PASSWORD ? this
                    : new Imap(host, port, tls, user, auth, "", folder, tokenUrl, clientId, clientSecret, service, sentFolder);
        }
    }

    /** @param secret sealed; empty without authentication */
    public record Relay(String host, int port, Tls tls, String user, String secret) {}
}
