package nl.hartslag.channels.internal.email.place;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;
import static nl.hartslag.channels.internal.db.Tables.MAIL;
import static nl.hartslag.channels.internal.db.Tables.PLACEMENT;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.channels.internal.db.tables.records.PlacementRecord;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.parse.ParsedMail;
import nl.hartslag.channels.internal.email.thread.Threading;
import nl.hartslag.channels.internal.intake.Envelope;
import nl.hartslag.contacts.Received;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import nl.hartslag.platform.database.Batches;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Mails by what they are, and where each was put. */
@Component
class MailTable {
    private final DSLContext db;
    private final ReleasedBlobs files;
    private final Clock clock;

    MailTable(DSLContext db, ReleasedBlobs files, Clock clock) {
        this.db = db;
        this.files = files;
        this.clock = clock;
    }

    /** @param placements where it was put before, which is nowhere when it is fresh */
    record Claimed(UUID mail, boolean fresh, List<PlacementRecord> placements) {}

    /** The mail's row, locked: whoever brings the same mail at the same moment waits and then finds it placed. */
    Claimed claim(String key, Optional<String> messageId) {
        UUID id = Uuid7.next();
        int fresh = db.insertInto(MAIL)
                .set(MAIL.ID, id)
                .set(MAIL.MESSAGE_KEY, key)
                .set(MAIL.MESSAGE_ID, messageId.orElse(null))
                .set(MAIL.FIRST_SEEN_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        if (fresh == 1) return new Claimed(id, true, List.of());
        UUID known = db.select(MAIL.ID).from(MAIL).where(MAIL.MESSAGE_KEY.eq(key)).forUpdate().fetchSingle(MAIL.ID);
        return new Claimed(known, false, db.selectFrom(PLACEMENT).where(PLACEMENT.MAIL_ID.eq(known)).fetch());
    }

    /** What it quotes was erased, so nothing of it is kept. */
    void forget(Envelope envelope, ParsedMail mail) {
        db.update(ENVELOPE).set(ENVELOPE.BLOB_HASH, "").where(ENVELOPE.ID.eq(envelope.id().value())).execute();
        files.release(Stream.concat(Stream.of(envelope.blobHash()), mail.attachments().stream().map(one -> one.content().hash())).toList());
    }

    /** Keeps what {@link #placed} and {@link #alsoPlaced} made. */
    void store(List<PlacementRecord> placements) {
        Batches.insert(db, placements);
    }

    PlacementRecord placed(UUID mail, EmailAccount account, EnvelopeId envelope, Received put, Threading threading) {
        PlacementRecord row = row(mail, account, envelope);
        row.setConversationId(put.conversation().value());
        row.setMessageId(put.message().value());
        row.setWhy(threading.why().name().toLowerCase());
        row.setNearMatch(threading.nearMatch().map(ConversationId::value).orElse(null));
        return row;
    }

    /** A second address of the same brand: the same message, placed there as well. */
    PlacementRecord alsoPlaced(PlacementRecord first, EmailAccount account, EnvelopeId envelope) {
        PlacementRecord row = row(first.getMailId(), account, envelope);
        row.setConversationId(first.getConversationId());
        row.setMessageId(first.getMessageId());
        row.setWhy("same_mail");
        row.setNearMatch(null);
        return row;
    }

    private PlacementRecord row(UUID mail, EmailAccount account, EnvelopeId envelope) {
        PlacementRecord row = new PlacementRecord();
        row.setMailId(mail);
        row.setAccountId(account.id().value());
        row.setBrandId(account.brand().value());
        row.setEnvelopeId(envelope.value());
        row.setPlacedAt(clock.instant());
        return row;
    }
}
