package nl.hartslag.channels.internal.email.imap;

import static nl.hartslag.channels.internal.db.Tables.IMAP_CURSOR;

import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final int TRIES = 3;
    private final DSLContext db;
    private final IntakeStore store;
    private final IntakeSignal signal;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** How often a mail was not handed over, by mailbox and number; forgotten when this process ends. */
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

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
            profile.add(FetchProfile.Item.SIZE);
            folder.fetch(next.toArray(Message[]::new), profile);
            boolean moved = false;
            for (Message message : next) {
                long uid = folder.getUID(message);
                // "above the cursor to the last" always answers with the last one, also when it is below
                if (uid <= cursor) continue;
                moved = true;
                stored += takeOrPass(account, folder, validity, uid, (IMAPMessage) message, since) ? 1 : 0;
            }
            if (!moved) return stored;
        }
    }

    /**
     * A mail that the server lists and will not hand over must not hold up those behind it: after a few tries the ledger gets a note in
     * its place.
     */
    private boolean takeOrPass(EmailAccount account, IMAPFolder folder, long validity, long uid, IMAPMessage message, Instant since)
            throws MessagingException, IOException {
        String which = account.id() + " " + folder.getFullName() + " " + validity + " " + uid;
        try {
            boolean taken = take(account, folder, validity, uid, message, since);
            refusals.remove(which);
            return taken;
        } catch (MessagingException | IOException failed) {
            if (!folder.isOpen() || refusals.merge(which, 1, Integer::sum) < TRIES) throw failed;
            refusals.remove(which);
            String note = "The mail server does not hand over mail " + uid + " of folder " + folder.getFullName() + ".";
            try (Spool content = Spool.of(note.getBytes(StandardCharsets.UTF_8))) {
                return store(account, folder, validity, uid, content, Map.of("unreadable", note));
            }
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
            if (brokenOff(content.size(), message.getSize())) throw new MessagingException("the server broke off mail " + uid);
            return store(account, folder, validity, uid, content, Map.of());
        } catch (Spool.TooLarge impossible) {
            throw new IOException(impossible);
        }
    }

    /**
     * The library takes a server's "no" for the end of the mail, so a mail is empty, or ends with one of the pieces it is fetched in.
     * The size a server gives is often a little off and proves nothing by itself.
     */
    private static boolean brokenOff(long got, int said) {
        return said > got && got % MailboxLogin.PIECE == 0;
    }

    private boolean store(EmailAccount account, IMAPFolder folder, long validity, long uid, Spool content, Map<String, Object> facts) {
        IncomingEnvelope envelope = new IncomingEnvelope("email", account.id().toString(),
                folder.getFullName() + " " + validity + " " + uid, "mail", List.of(account.brand()), account.id().toString(), facts, content);
        boolean stored = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean first = pass(account, folder.getFullName(), validity, uid);
            if (first) store.store(envelope);
            return first;
        }));
        if (stored) signal.raise();
        return stored;
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
