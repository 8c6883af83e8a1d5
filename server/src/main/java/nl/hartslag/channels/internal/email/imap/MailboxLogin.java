package nl.hartslag.channels.internal.email.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Properties;
import nl.hartslag.channels.internal.email.EmailSettings.Tls;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccount.Auth;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.platform.secrets.Secrets;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.springframework.stereotype.Component;

/** Opens a mailbox, read-only: we never mark, move or delete what arrived there. */
@Component
public class MailboxLogin {
    /** Bytes of a mail that are fetched in one go. */
    static final int PIECE = 262_144;
    private final Secrets secrets;
    private final AccessTokens tokens;

    MailboxLogin(Secrets secrets, AccessTokens tokens) {
        this.secrets = secrets;
        this.tokens = tokens;
    }

    public Mailbox open(EmailAccount account) throws MessagingException, IOException {
        IMAPStore store = connect(account);
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(account.imap().orElseThrow().folder());
            folder.open(Folder.READ_ONLY);
            return new Mailbox(store, folder);
        } catch (MessagingException failed) {
            store.close();
            throw failed;
        }
    }

    /** Logged in, nothing opened. The caller closes it. */
    public IMAPStore connect(EmailAccount account) throws MessagingException, IOException {
        Imap imap = account.imap().orElseThrow();
        boolean oauth = imap.auth() == Auth.XOAUTH2;
        String password = oauth ? tokens.accessToken(account) : imap.secret().isEmpty() ? "" : secrets.open(imap.secret());
        String protocol = imap.tls() == Tls.TLS ? "imaps" : "imap";
        IMAPStore store = (IMAPStore) Session.getInstance(properties(protocol, imap.tls(), oauth)).getStore(protocol);
        try {
            store.connect(imap.host(), imap.port(), imap.user(), password);
            return store;
        } catch (MessagingException failed) {
            store.close();
            throw failed;
        }
    }

    private static Properties properties(String protocol, Tls tls, boolean oauth) {
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", "60000");
        properties.put(prefix + "writetimeout", "60000");
        properties.put(prefix + "partialfetch", "true");
        properties.put(prefix + "fetchsize", String.valueOf(PIECE));
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (tls == Tls.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        if (oauth) properties.put(prefix + "auth.mechanisms", "XOAUTH2");
        return properties;
    }
}
