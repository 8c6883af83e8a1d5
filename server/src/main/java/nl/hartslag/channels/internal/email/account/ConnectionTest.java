package nl.hartslag.channels.internal.email.account;

import jakarta.mail.MessagingException;
import java.io.IOException;
import nl.hartslag.channels.EmailInboxes.TestResult;
import nl.hartslag.channels.internal.email.EmailSettings;
import nl.hartslag.channels.internal.email.imap.Mailbox;
import nl.hartslag.channels.internal.email.imap.MailboxLogin;
import nl.hartslag.channels.internal.email.send.MailRelay;
import nl.hartslag.platform.secrets.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Logs in where an account says, and out again. */
@Component
class ConnectionTest {
    private final MailboxLogin logins;
    private final Secrets secrets;
    private final EmailSettings settings;

    ConnectionTest(MailboxLogin logins, Secrets secrets, EmailSettings settings) {
        this.logins = logins;
        this.secrets = secrets;
        this.settings = settings;
    }

    TestResult test(EmailAccount account) {
        @Nullable String mailbox = account.imap().map(imap -> mailbox(account, imap)).orElse(null);
        @Nullable String relay = account.relay().map(this::relay).orElse(null);
        String detail = mailbox != null && !mailbox.isEmpty() ? mailbox : relay;
        return new TestResult(word(mailbox), word(relay), detail == null || detail.isEmpty() ? null : detail);
    }

    private static String word(@Nullable String outcome) {
        return outcome == null ? "none" : outcome.isEmpty() ? "ok" : "failed";
    }

    private String mailbox(EmailAccount account, EmailAccount.Imap imap) {
        try (Mailbox opened = logins.open(account)) {
            boolean missing = !imap.sentFolder().isBlank() && !opened.store().getFolder(imap.sentFolder()).exists();
            return missing ? "no folder " + imap.sentFolder() : "";
        } catch (MessagingException | IOException failed) {
            return words(failed);
        }
    }

    private String relay(EmailAccount.Relay relay) {
        try {
            new MailRelay(relay.host(), relay.port(), relay.tls(), relay.user(), relay.secret().isEmpty() ? "" : secrets.open(relay.secret()),
                    settings.hostName()).test();
            return "";
        } catch (MessagingException failed) {
            return words(failed);
        }
    }

    private static String words(Exception failed) {
        return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    }
}
