package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.OFFER;
import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Asking;
import nl.hartslag.routing.internal.rules.Hands;
import nl.hartslag.routing.internal.rules.Lent;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.routing.internal.rules.Reach;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row3;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The contacts that want a person; this table is the truth. */
@Component
class WaitingContacts {
    /** Of each queue and medium only the first few by waiting time and by promise can come first. */
    private static final int FIRST = 3;
    private static final List<Field<?>> NEEDED = List.of(
            WAITING.CONTACT_ID, WAITING.QUEUE_ID, WAITING.MEDIUM, WAITING.CHANNEL, WAITING.ENTERED_AT, WAITING.PRIORITY, WAITING.DUE_AT,
            WAITING.PREFERRED_USER, WAITING.PREFERRED_UNTIL, WAITING.RING, WAITING.TURNS);
    private final DSLContext db;
    private final Queues queues;

    WaitingContacts(DSLContext db, Queues queues) {
        this.db = db;
        this.queues = queues;
    }

    /** Puts it in the queue; harmless when it stands there. @return whether it did not */
    boolean put(WaitingRecord row) {
        return db.insertInto(WAITING).set(row).onConflictDoNothing().execute() == 1;
    }

    Optional<WaitingRecord> row(ContactId contact) {
        return db.selectFrom(WAITING).where(WAITING.CONTACT_ID.eq(contact.value())).fetchOptional();
    }

    /** Those of these contacts that nobody is being asked for, the longest waiting first. */
    List<WaitingRecord> unasked(Collection<ContactId> contacts) {
        return db.selectFrom(WAITING)
                .where(WAITING.CONTACT_ID.eq(DSL.any(contacts.stream().map(ContactId::value).toArray(UUID[]::new))))
                .and(WAITING.OFFERED_TO.isNull())
                .orderBy(WAITING.ENTERED_AT, WAITING.CONTACT_ID)
                .fetch();
    }

    /** @param row with at least what is needed */
    Waiting waiting(Record row, Instant now) {
        Instant keptUntil = row.get(WAITING.PREFERRED_UNTIL);
        UUID keptFor = keptUntil == null || !keptUntil.isAfter(now) ? null : row.get(WAITING.PREFERRED_USER);
        return new Waiting(
                new ContactId(row.get(WAITING.CONTACT_ID)),
                queues.get(new QueueId(row.get(WAITING.QUEUE_ID))),
                Medium.of(row.get(WAITING.MEDIUM)),
                row.get(WAITING.CHANNEL),
                row.get(WAITING.ENTERED_AT),
                Haste.priority(row.get(WAITING.PRIORITY)),
                Optional.ofNullable(row.get(WAITING.DUE_AT)),
                Optional.ofNullable(keptFor).map(UserId::new),
                row.get(WAITING.RING),
                row.get(WAITING.TURNS));
    }

    /** Marks it as offered, if nobody else was asked meanwhile. */
    boolean offer(ContactId contact, UserId user, Instant expiresAt) {
        return db.update(WAITING)
                        .set(WAITING.OFFERED_TO, user.value())
                        .set(WAITING.OFFER_EXPIRES_AT, expiresAt)
                        .where(WAITING.CONTACT_ID.eq(contact.value()))
                        .and(WAITING.OFFERED_TO.isNull())
                        .execute()
                == 1;
    }

    /** Nobody is asked any more. @param refused it is not kept for him either */
    void unoffer(ContactId contact, UserId user, boolean refused) {
        var change = db.update(WAITING).setNull(WAITING.OFFERED_TO).setNull(WAITING.OFFER_EXPIRES_AT);
        if (refused) {
            change = change.set(WAITING.PREFERRED_UNTIL, DSL.when(WAITING.PREFERRED_USER.eq(user.value()), DSL.castNull(Instant.class)).otherwise(WAITING.PREFERRED_UNTIL))
                    .set(WAITING.PREFERRED_USER, DSL.nullif(WAITING.PREFERRED_USER, user.value()));
        }
        change.where(WAITING.CONTACT_ID.eq(contact.value())).and(WAITING.OFFERED_TO.eq(user.value())).execute();
    }

    /** No longer waits; the row as it was. */
    Optional<WaitingRecord> remove(ContactId contact) {
        return db.deleteFrom(WAITING).where(WAITING.CONTACT_ID.eq(contact.value())).returning().fetchOptional();
    }

    /**
     * What this person could do next, the first first: what is kept for him, and what comes first in each queue.
     *
     * @param from how he reaches each queue
     * @param lent what may be asked of him, as others keep him free
     * @param held what is not offered at this hour
     */
    List<Waiting> nextFor(UserId user, Map<QueueId, Reach> from, Hands hands, Lent lent, Condition held, Instant now) {
        Condition open = WAITING.OFFERED_TO.isNull().andNot(held).and(notExists(selectOne().from(OFFER)
                .where(OFFER.CONTACT_ID.eq(WAITING.CONTACT_ID))
                .and(OFFER.USER_ID.eq(user.value()))
                .and(OFFER.OUTCOME.in("declined", "timed_out"))
                .and(OFFER.DECIDED_AT.gt(now.minus(Asking.PEACE)))));
        return next(user, from, hands, lent, open, now);
    }

    /** The same for someone who asks for work himself, and so may get what he refused. */
    List<Waiting> nextTaken(UserId user, Map<QueueId, Reach> from, Hands hands, Instant now) {
        return next(user, from, hands, Lent.FREELY, WAITING.OFFERED_TO.isNull().or(WAITING.OFFERED_TO.eq(user.value())), now);
    }

    private List<Waiting> next(UserId user, Map<QueueId, Reach> from, Hands hands, Lent lent, Condition open, Instant now) {
        List<String> media = Stream.of(Medium.values()).filter(hands::roomFor).map(Medium::key).toList();
        if (media.isEmpty()) return List.of();
        // media are told apart here: named in the statement they make the database walk through all that waits
        var kept = select(NEEDED).from(WAITING).where(WAITING.PREFERRED_USER.eq(user.value())).and(WAITING.PREFERRED_UNTIL.gt(now)).and(open);
        return db.fetch(from.isEmpty() ? kept : kept.unionAll(firstOf(from, media, lent, open, now))).stream()
                .map(row -> waiting(row, now))
                .filter(wanted -> media.contains(wanted.medium().key()))
                .distinct()
                .sorted(Waiting.firstFor(user, hands, now))
                .toList();
    }

    /** What comes first in each queue, of each medium. */
    private static Select<Record> firstOf(Map<QueueId, Reach> from, List<String> media, Lent lent, Condition open, Instant now) {
        var queue = DSL.values(from.entrySet().stream().map(each -> DSL.row(each.getKey().value(), each.getValue().ring(), each.getValue().turns())).toArray(Row3[]::new))
                .as("queue", "id", "ring", "turns");
        var medium = DSL.unnest(media.toArray(String[]::new)).as("medium", "key");
        Condition his = WAITING.QUEUE_ID.eq(queue.field("id", UUID.class))
                .and(WAITING.RING.ge(queue.field("ring", Integer.class)))
                .and(WAITING.TURNS.bitAnd(queue.field("turns", Integer.class)).ne(0))
                .and(WAITING.MEDIUM.eq(medium.field("key", String.class)))
                .and(WAITING.PREFERRED_USER.isNull().or(WAITING.PREFERRED_UNTIL.le(now)))
                .and(isLent(lent, queue.field("id", UUID.class), medium.field("key", String.class)))
                .and(open);
        // what is late weighs alike, so that of those the longest waiting comes first
        var first = lateral(select(NEEDED).from(WAITING).where(his).orderBy(WAITING.RANKED_AT).limit(FIRST)
                .unionAll(select(NEEDED).from(WAITING).where(his).and(WAITING.DUE_AT.gt(now)).orderBy(WAITING.DUE_AT).limit(FIRST))
                .unionAll(select(NEEDED).from(WAITING).where(his).and(WAITING.DUE_AT.le(now)).orderBy(WAITING.RANKED_AT).limit(FIRST))).as("first");
        return select(first.fields()).from(queue).crossJoin(medium).crossJoin(first);
    }

    /** Of the queue and medium only, where nothing of it is lent: then not a row of it is read. */
    private static Condition isLent(Lent lent, Field<UUID> queue, Field<String> medium) {
        Condition others = queue.notIn(lent.own().stream().map(QueueId::value).toList());
        Condition all = DSL.noCondition();
        for (Map.Entry<Medium, Instant> each : lent.latest().entrySet()) {
            Condition held = medium.eq(each.getKey().key()).and(others);
            all = all.andNot(each.getValue().equals(Instant.MIN) ? held : held.and(WAITING.ENTERED_AT.gt(each.getValue())));
        }
        return all;
    }

    boolean anythingToOffer() {
        return db.fetchExists(WAITING, WAITING.OFFERED_TO.isNull());
    }

    /** How many of the same queue and medium stand before it by waiting time and priority. */
    int aheadOf(WaitingRecord row) {
        return db.fetchCount(WAITING, WAITING.QUEUE_ID.eq(row.getQueueId())
                .and(WAITING.MEDIUM.eq(row.getMedium()))
                .and(WAITING.RANKED_AT.lt(row.getRankedAt())));
    }

    int waitingIn(QueueId queue, Medium medium) {
        return db.fetchCount(WAITING, WAITING.QUEUE_ID.eq(queue.value()).and(WAITING.MEDIUM.eq(medium.key())));
    }
}
