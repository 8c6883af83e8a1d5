package nl.hartslag.channels.internal.email.imap;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** An opened folder of a mail server. */
public record Mailbox(IMAPStore store, IMAPFolder folder) implements AutoCloseable {
    @Override
    public void close() throws MessagingException {
        try (IMAPStore closing = store) {
            if (folder.isOpen()) folder.close(false);
        }
    }
}
