package nl.hartslag.channels.internal.email.imap;

import static nl.hartslag.channels.internal.db.Tables.IMAP_CURSOR;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.intake.IncomingEnvelope;
import nl.hartslag.channels.internal.intake.IntakeSignal;
import nl.hartslag.channels.internal.intake.IntakeStore;
import nl.hartslag.channels.internal.intake.Spool;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what is new in a mailbox into the intake. New is what has a UID above the cursor; flags, sequence numbers and times say
 * nothing. A mail and the cursor that passes it are committed together.
 */
@Component
class MailboxFetch {
    private static final int AT_ONCE = 100;
    private final DSLContext db;
    private final IntakeStore store;
    private final IntakeSignal signal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailboxFetch(DSLContext db, IntakeStore store, IntakeSignal signal, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.store = store;
        this.signal = signal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * @param since what arrived at the server before this is history and stays there
     * @return how many mails were stored
     */
    int fetch(EmailAccount account, Mailbox mailbox, Instant since) throws MessagingException, IOException {
        IMAPFolder folder = mailbox.folder();
        long validity = folder.getUIDValidity();
        int stored = 0;
        while (true) {
            long cursor = cursor(account, folder.getFullName(), validity);
            Message[] found = folder.getMessagesByUID(cursor + 1, UIDFolder.LASTUID);
            List<Message> next = Arrays.stream(found).limit(AT_ONCE).toList();
            if (next.isEmpty()) return stored;
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
            folder.fetch(next.toArray(Message[]::new), profile);
            boolean moved = false;
            for (Message message : next) {
                long uid = folder.getUID(message);
                // "above the cursor to the last" always answers with the last one, also when it is below
                if (uid <= cursor) continue;
                moved = true;
                stored += take(account, folder, validity, uid, (IMAPMessage) message, since) ? 1 : 0;
            }
            if (!moved) return stored;
        }
    }

    private boolean take(EmailAccount account, IMAPFolder folder, long validity, long uid, IMAPMessage message, Instant since)
            throws MessagingException, IOException {
        boolean history = message.getReceivedDate() != null && message.getReceivedDate().toInstant().isBefore(since);
        if (history) {
            transaction.executeWithoutResult(status -> pass(account, folder.getFullName(), validity, uid));
            return false;
        }
        message.setPeek(true);
        try (InputStream raw = message.getMimeStream(); Spool content = Spool.read(raw, Long.MAX_VALUE)) {
            IncomingEnvelope envelope = new IncomingEnvelope("email", account.id().toString(),
                    folder.getFullName() + " " + validity + " " + uid, "mail", List.of(account.brand()), account.id().toString(), Map.of(), content);
            boolean stored = Boolean.TRUE.equals(transaction.execute(status -> {
                boolean first = pass(account, folder.getFullName(), validity, uid);
                if (first) store.store(envelope);
                return first;
            }));
            if (stored) signal.raise();
            return stored;
        } catch (Spool.TooLarge impossible) {
            throw new IOException(impossible);
        }
    }

    private long cursor(EmailAccount account, String folder, long validity) {
        return Optional.ofNullable(db.select(IMAP_CURSOR.LAST_UID).from(IMAP_CURSOR)
                .where(IMAP_CURSOR.ACCOUNT_ID.eq(account.id().value())).and(IMAP_CURSOR.FOLDER.eq(folder))
                .and(IMAP_CURSOR.UID_VALIDITY.eq(validity)).fetchOne(IMAP_CURSOR.LAST_UID)).orElse(0L);
    }

    /** Moves the cursor past a mail. @return whether we were the first; another node may look at the same mailbox */
    private boolean pass(EmailAccount account, String folder, long validity, long uid) {
        return db.insertInto(IMAP_CURSOR)
                .set(IMAP_CURSOR.ACCOUNT_ID, account.id().value())
                .set(IMAP_CURSOR.FOLDER, folder)
                .set(IMAP_CURSOR.UID_VALIDITY, validity)
                .set(IMAP_CURSOR.LAST_UID, uid)
                .set(IMAP_CURSOR.MOVED_AT, clock.instant())
                .onConflict(IMAP_CURSOR.ACCOUNT_ID, IMAP_CURSOR.FOLDER, IMAP_CURSOR.UID_VALIDITY)
                .doUpdate().set(IMAP_CURSOR.LAST_UID, uid).set(IMAP_CURSOR.MOVED_AT, clock.instant())
                .where(IMAP_CURSOR.LAST_UID.lt(uid))
                .execute() == 1;
    }
}
