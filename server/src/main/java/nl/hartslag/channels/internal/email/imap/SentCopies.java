package nl.hartslag.channels.internal.email.imap;

import static nl.hartslag.channels.internal.db.Tables.SENT_COPY;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import nl.hartslag.channels.internal.db.tables.records.SentCopyRecord;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccount.Imap;
import nl.hartslag.channels.internal.email.account.EmailAccounts;
import nl.hartslag.platform.Loop;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.MessageId;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays what was sent in the mailbox's Sent folder, for those who look there with a mail program. It comes after the sending and
 * never touches it: a folder that does not take a copy delays the copy only.
 */
@Component
public class SentCopies implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SentCopies.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(2);
    private final DSLContext db;
    private final EmailAccounts accounts;
    private final MailboxLogin logins;
    private final Blobs blobs;
    private final Clock clock;
    private volatile @Nullable Loop loop;

    SentCopies(DSLContext db, EmailAccounts accounts, MailboxLogin logins, Blobs blobs, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.logins = logins;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** Nothing for an account without such a folder. */
    @Transactional
    public void keep(EmailAccount account, MessageId message, String mailId, byte[] mail) {
        if (folder(account).isEmpty()) return;
        db.insertInto(SENT_COPY)
                .set(SENT_COPY.MESSAGE_ID, message.value())
                .set(SENT_COPY.ACCOUNT_ID, account.id().value())
                .set(SENT_COPY.MAIL_ID, mailId)
                .set(SENT_COPY.BLOB_HASH, blobs.put(mail))
                .set(SENT_COPY.NEXT_TRY_AT, clock.instant())
                .set(SENT_COPY.CREATED_AT, clock.instant())
                .onConflictDoNothing().execute();
    }

    private static Optional<Imap> folder(EmailAccount account) {
        return account.imap().filter(imap -> !imap.sentFolder().isBlank());
    }

    /** @return whether there was anything to do */
    boolean step() {
        Optional<SentCopyRecord> claimed = claim();
        if (claimed.isEmpty()) return false;
        SentCopyRecord copy = claimed.get();
        Optional<EmailAccount> account = accounts.account(new AccountId(copy.getAccountId()));
        if (account.flatMap(SentCopies::folder).isEmpty()) {
            forget(copy);
            return true;
        }
        try {
            lay(copy, account.orElseThrow());
            forget(copy);
        } catch (MessagingException | IOException | RuntimeException failed) {
            later(copy, failed);
        }
        return true;
    }

    private Optional<SentCopyRecord> claim() {
        Instant now = clock.instant();
        return db.update(SENT_COPY)
                .set(SENT_COPY.CLAIMED_UNTIL, now.plus(LEASE))
                .set(SENT_COPY.ATTEMPTS, SENT_COPY.ATTEMPTS.plus(1))
                .where(SENT_COPY.MESSAGE_ID.eq(db.select(SENT_COPY.MESSAGE_ID).from(SENT_COPY)
                        .where(SENT_COPY.NEXT_TRY_AT.le(now))
                        .and(SENT_COPY.CLAIMED_UNTIL.isNull().or(SENT_COPY.CLAIMED_UNTIL.lt(now)))
                        .orderBy(SENT_COPY.NEXT_TRY_AT).limit(1).forUpdate().skipLocked()))
                .returning().fetchOptional();
    }

    /** Some servers lay a copy there themselves, and after a crash we may come a second time. */
    private void lay(SentCopyRecord copy, EmailAccount account) throws MessagingException, IOException {
        try (IMAPStore store = logins.connect(account)) {
            Folder sent = store.getFolder(account.imap().orElseThrow().sentFolder());
            sent.open(Folder.READ_WRITE);
            try (InputStream mail = blobs.open(copy.getBlobHash())) {
                if (sent.search(new MessageIDTerm("<" + copy.getMailId() + ">")).length > 0) return;
                MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), mail);
                message.setFlag(Flags.Flag.SEEN, true);
                sent.appendMessages(new MimeMessage[] {message});
            } finally {
                sent.close(false);
            }
        }
    }

    private void later(SentCopyRecord copy, Exception failed) {
        Instant now = clock.instant();
        if (copy.getCreatedAt().plus(GIVEN_UP_AFTER).isBefore(now)) {
            LOG.warn("no copy of message {} in the Sent folder of account {}: {}", copy.getMessageId(), copy.getAccountId(), failed.toString());
            forget(copy);
            return;
        }
        Duration pause = Duration.ofSeconds(Math.min(3_600, 10L << Math.min(12, copy.getAttempts() - 1)));
        db.update(SENT_COPY).set(SENT_COPY.NEXT_TRY_AT, now.plus(pause)).setNull(SENT_COPY.CLAIMED_UNTIL)
                .where(SENT_COPY.MESSAGE_ID.eq(copy.getMessageId())).execute();
    }

    private void forget(SentCopyRecord copy) {
        db.deleteFrom(SENT_COPY).where(SENT_COPY.MESSAGE_ID.eq(copy.getMessageId())).execute();
    }

    @Override
    public void start() {
        loop = Loop.start("sent-copies", () -> {
            if (!step()) Thread.sleep(LOOK);
        });
    }

    @Override
    public void stop() {
        Loop running = loop;
        if (running != null) running.stop();
        loop = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }

    @Override
    public int getPhase() {
        return 1_000;
    }
}
