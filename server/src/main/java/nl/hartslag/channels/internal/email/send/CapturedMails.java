package nl.hartslag.channels.internal.email.send;

import static nl.hartslag.channels.internal.db.Tables.CAPTURED_MAIL;

import java.time.Clock;
import java.util.List;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.compose.OutgoingMail;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.OutboundChannel.Outcome;
import nl.hartslag.contacts.OutboundChannel.OutboundMessage;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mail that would have left. */
@Component
class CapturedMails {
    private final DSLContext db;
    private final Contacts contacts;
    private final Blobs blobs;
    private final Clock clock;

    CapturedMails(DSLContext db, Contacts contacts, Blobs blobs, Clock clock) {
        this.db = db;
        this.contacts = contacts;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** The same message a second time, after a crash, is kept once; one that was erased while it left is not kept. */
    @Transactional
    public Outcome keep(OutboundMessage message, EmailAccount account, OutgoingMail mail, List<String> recipients, byte[] bytes) {
        if (contacts.keeps(message.id()).isEmpty()) return new Outcome.Sent(mail.messageId());
        db.insertInto(CAPTURED_MAIL)
                .set(CAPTURED_MAIL.ID, Uuid7.next())
                .set(CAPTURED_MAIL.MESSAGE_ID, message.id().value())
                .set(CAPTURED_MAIL.CONVERSATION_ID, message.conversation().value())
                .set(CAPTURED_MAIL.BRAND_ID, message.brand().value())
                .set(CAPTURED_MAIL.ACCOUNT_ID, account.id().value())
                .set(CAPTURED_MAIL.SENDER, mail.from())
                .set(CAPTURED_MAIL.RECIPIENTS, recipients.toArray(String[]::new))
                .set(CAPTURED_MAIL.SUBJECT, mail.subject())
                .set(CAPTURED_MAIL.PURPOSE, message.purpose())
                .set(CAPTURED_MAIL.BLOB_HASH, blobs.put(bytes))
                .set(CAPTURED_MAIL.SIZE, (long) bytes.length)
                .set(CAPTURED_MAIL.CAPTURED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        return new Outcome.Sent(mail.messageId());
    }
}
