package nl.hartslag.channels.internal.erasing;

import static nl.hartslag.channels.internal.db.Tables.AUTOMATIC_ANSWER;
import static nl.hartslag.channels.internal.db.Tables.BLOCKED_SENDER;
import static nl.hartslag.channels.internal.db.Tables.CAPTURED_MAIL;
import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;
import static nl.hartslag.channels.internal.db.Tables.PLACEMENT;
import static nl.hartslag.channels.internal.db.Tables.SENT_COPY;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What arrived, and mail as it left. Before what was said: mail that left goes along with that, and would not be counted. */
@Component
@Order(18)
class Arrived implements PersonalData {
    private static final int AT_ONCE = 100;
    private final DSLContext db;
    private final ReleasedBlobs files;
    private final Emptying emptying;

    Arrived(DSLContext db, ReleasedBlobs files, Emptying emptying) {
        this.db = db;
        this.files = files;
        this.emptying = emptying;
    }

    /** What he wrote in the conversations of others. */
    @Override
    public Traces trace(Traces known) {
        return known.withMessages(db.select(PLACEMENT.MESSAGE_ID).from(PLACEMENT).join(ENVELOPE).on(ENVELOPE.ID.eq(PLACEMENT.ENVELOPE_ID))
                .where(from(known)).and(PLACEMENT.MESSAGE_ID.isNotNull()).fetch(PLACEMENT.MESSAGE_ID));
    }

    private static Condition from(Traces person) {
        return DSL.field("{0} ->> 'from'", String.class, ENVELOPE.PROOF).in(person.addresses());
    }

    private static Condition waitingFrom(Traces person) {
        return ENVELOPE.STATE.eq("waiting").and(DSL.field("{0} ->> 'from'", String.class, ENVELOPE.FACTS).in(person.addresses()));
    }

    private static Condition his(Traces person) {
        Select<Record1<UUID>> placed = DSL.select(PLACEMENT.ENVELOPE_ID).from(PLACEMENT).where(PLACEMENT.CONVERSATION_ID.in(person.conversations()));
        return ENVELOPE.BLOB_HASH.ne("").and(ENVELOPE.ID.in(placed).or(from(person)).or(waitingFrom(person)))
                .and(DSL.condition("{0} && {1}", ENVELOPE.BRAND_IDS, DSL.val(new UUID[] {person.brand().value()})));
    }

    private static Condition left(Traces person) {
        return CAPTURED_MAIL.BRAND_ID.eq(person.brand().value())
                .and(CAPTURED_MAIL.MESSAGE_ID.in(person.messages()).or(DSL.condition("{0} && {1}::text[]", CAPTURED_MAIL.RECIPIENTS, DSL.val(person.addresses().toArray(String[]::new)))));
    }

    private static Condition blocked(Traces person) {
        return BLOCKED_SENDER.BRAND_ID.eq(person.brand().value()).and(BLOCKED_SENDER.SENDER.in(person.addresses()));
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        return new Counts()
                .add("arrived", db.fetchCount(ENVELOPE, his(person)))
                .add("left", db.fetchCount(CAPTURED_MAIL, left(person)) + db.fetchCount(SENT_COPY, SENT_COPY.MESSAGE_ID.in(person.messages())))
                .add("blocks", db.fetchCount(BLOCKED_SENDER, blocked(person)))
                .all();
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        Counts counts = new Counts().add("arrived", envelopes(person));
        List<String> sent = db.deleteFrom(CAPTURED_MAIL).where(left(person)).returning(CAPTURED_MAIL.BLOB_HASH).fetch(CAPTURED_MAIL.BLOB_HASH);
        List<String> copies = db.deleteFrom(SENT_COPY).where(SENT_COPY.MESSAGE_ID.in(person.messages())).returning(SENT_COPY.BLOB_HASH).fetch(SENT_COPY.BLOB_HASH);
        files.release(sent);
        files.release(copies);
        db.deleteFrom(AUTOMATIC_ANSWER).where(AUTOMATIC_ANSWER.ADDRESS.in(person.addresses())).execute();
        return counts.add("left", sent.size() + copies.size())
                .add("blocks", db.deleteFrom(BLOCKED_SENDER).where(blocked(person)).execute()).all();
    }

    private int envelopes(Traces person) {
        return emptying.empty(db.select(ENVELOPE.ID, ENVELOPE.BLOB_HASH).from(ENVELOPE).where(his(person)).orderBy(ENVELOPE.ID).limit(AT_ONCE).forUpdate().fetch(), person.brand());
    }
}
