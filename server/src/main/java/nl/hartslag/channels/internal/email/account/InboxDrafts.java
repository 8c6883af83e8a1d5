package nl.hartslag.channels.internal.email.account;

import java.util.Locale;
import java.util.Optional;
import nl.hartslag.channels.EmailInboxes.Imap;
import nl.hartslag.channels.EmailInboxes.InboxDraft;
import nl.hartslag.channels.EmailInboxes.Relay;
import nl.hartslag.channels.internal.email.EmailSettings.Tls;
import nl.hartslag.channels.internal.email.account.EmailAccount.Auth;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an administrator filled in, checked, with its secrets sealed. */
@Component
class InboxDrafts {
    private final Secrets secrets;

    InboxDrafts(Secrets secrets) {
        this.secrets = secrets;
    }

    void check(Access access, InboxDraft draft) {
        if (!access.brands().contains(draft.brand())) throw Problem.invalid("brand", "unknown");
        if (!MailAddress.valid(draft.address().strip())) throw Problem.invalid("address", "email");
        if (draft.name().isBlank()) throw Problem.invalid("name", "required");
        if (draft.name().length() > 100) throw Problem.invalid("name", "too-long", 100);
        if (!draft.kind().equals("smtp") && !draft.kind().equals("imap")) throw Problem.invalid("kind", "invalid");
        if (draft.kind().equals("imap") && draft.imap() == null) throw Problem.invalid("imap.host", "required");
        Imap imap = draft.imap();
        if (imap != null) {
            server("imap", imap.host(), imap.port(), imap.tls());
            if (imap.user().isBlank()) throw Problem.invalid("imap.user", "required");
            one("imap.auth", imap.auth(), "password", "xoauth2");
            boolean tokens = imap.auth().equals("xoauth2");
            if (tokens && (imap.tokenUrl() == null || !imap.tokenUrl().startsWith("https://"))) throw Problem.invalid("imap.tokenUrl", "pattern");
        }
        if (draft.relay() != null) server("relay", draft.relay().host(), draft.relay().port(), draft.relay().tls());
    }

    private static void server(String part, String host, int port, String tls) {
        if (host.isBlank()) throw Problem.invalid(part + ".host", "required");
        if (port < 1 || port > 65_535) throw Problem.invalid(part + ".port", "port");
        one(part + ".tls", tls, "none", "starttls", "tls");
    }

    private static void one(String field, String value, String... allowed) {
        for (String one : allowed) if (one.equals(value)) return;
        throw Problem.invalid(field, "invalid");
    }

    Optional<EmailAccount.Imap> imap(InboxDraft draft, Optional<EmailAccount.Imap> before) {
        Imap imap = draft.imap();
        if (imap == null || draft.kind().equals("smtp")) return Optional.empty();
        return Optional.of(new EmailAccount.Imap(imap.host().strip(), imap.port(), tls(imap.tls()), imap.user().strip(),
                Auth.valueOf(imap.auth().toUpperCase(Locale.ROOT)), sealed(imap.secret(), before.map(EmailAccount.Imap::secret)),
                imap.folder().isBlank() ? "INBOX" : imap.folder().strip(), text(imap.tokenUrl()), text(imap.clientId()),
                sealed(imap.clientSecret(), before.map(EmailAccount.Imap::clientSecret)), text(imap.service()), text(imap.sentFolder())));
    }

    Optional<EmailAccount.Relay> relay(InboxDraft draft, Optional<EmailAccount.Relay> before) {
        Relay relay = draft.relay();
        if (relay == null) return Optional.empty();
        return Optional.of(new EmailAccount.Relay(relay.host().strip(), relay.port(), tls(relay.tls()), text(relay.user()),
                sealed(relay.secret(), before.map(EmailAccount.Relay::secret))));
    }

    static Imap view(EmailAccount.Imap imap) {
        return new Imap(imap.host(), imap.port(), imap.tls().name().toLowerCase(Locale.ROOT), imap.user(),
                imap.auth().name().toLowerCase(Locale.ROOT), null, imap.folder(), imap.tokenUrl(), imap.clientId(), null, imap.service(), imap.sentFolder());
    }

    static Relay view(EmailAccount.Relay relay) {
        return new Relay(relay.host(), relay.port(), relay.tls().name().toLowerCase(Locale.ROOT), relay.user(), null);
    }

    private static Tls tls(String tls) {
        return Tls.valueOf(tls.toUpperCase(Locale.ROOT));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private String sealed(@Nullable String secret, Optional<String> before) {
        return secret == null || secret.isEmpty() ? before.orElse("") : secrets.seal(secret);
    }
}
