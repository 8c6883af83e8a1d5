package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.routing.internal.OpeningHours.Closed;
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
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
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
    /** Who asks for work himself may have what he refused. */
    private static final String TAKEN = "(offered_to is null or offered_to = person)";
    private static final String OFFERED = """
            offered_to is null and not exists (
                select from routing.offer
                where offer.contact_id = waiting.contact_id and offer.user_id = person
                    and outcome in ('declined', 'timed_out') and decided_at > refused_after)
            and not (waiting.medium = any (asked.can_wait) and waiting.queue_id <> all (asked.at_all_hours) and exists (
                select from unnest(asked.closed_brands, asked.closed_channels) as closed (brand, channel)
                where closed.brand = waiting.brand_id and closed.channel = waiting.channel))""";
    /**
     * In each line the first by waiting time and by promise; what is late weighs alike, so of that again the longest waiting.
     * What is asked, and what is closed, stands apart as arrays: its size and values then do not change the statement nor what the plan
     * seems to cost, so that PostgreSQL keeps one general plan instead of planning anew, which took half of the time.
     */
    private static final String FIRST_IN_LINE = """
            with asked as materialized (select ?::uuid as person, ?::timestamptz as now, ?::timestamptz as refused_after,
                ?::uuid[] as queues, ?::text[] as kinds, ?::int[] as nearest, ?::int[] as turns, ?::timestamptz[] as latest,
                ?::text[] as can_wait, ?::uuid[] as at_all_hours, ?::uuid[] as closed_brands, ?::text[] as closed_channels)
            select {needed} from asked, routing.waiting where preferred_user = person and preferred_until > now and {open}
            union all
            select first.*
            from asked, unnest(asked.queues, asked.kinds, asked.nearest, asked.turns, asked.latest) as line (queue, kind, nearest, turn, latest),
            lateral (
                (select {needed} from routing.waiting where {his} order by ranked_at limit {first})
                union all
                (select {needed} from routing.waiting where {his} and due_at > now order by due_at limit {first})
                union all
                (select {needed} from routing.waiting where {his} and due_at <= now order by ranked_at limit {first})) as first
            """
            .replace("{his}", """
                    queue_id = line.queue and medium = line.kind and ring >= line.nearest and waiting.turns & line.turn <> 0
                    and (preferred_user is null or preferred_until <= now) and (line.latest is null or entered_at <= line.latest) and {open}""")
            .replace("{needed}", NEEDED.stream().map(field -> "waiting." + field.getName()).collect(Collectors.joining(", ")))
            .replace("{first}", String.valueOf(FIRST));

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
     * @param closed what is not offered at this hour
     */
    List<Waiting> nextFor(UserId user, Map<QueueId, Reach> from, Hands hands, Lent lent, Closed closed, Instant now) {
        return next(user, from, hands, lent, OFFERED, closed, now);
    }

    /** The same for someone who asks for work himself, and so may get what he refused. */
    List<Waiting> nextTaken(UserId user, Map<QueueId, Reach> from, Hands hands, Instant now) {
        return next(user, from, hands, Lent.FREELY, TAKEN, Closed.NOTHING, now);
    }

    private List<Waiting> next(UserId user, Map<QueueId, Reach> from, Hands hands, Lent lent, String open, Closed closed, Instant now) {
        List<Medium> media = Stream.of(Medium.values()).filter(hands::roomFor).toList();
        if (media.isEmpty()) return List.of();
        List<Line> lines = from.entrySet().stream().flatMap(each -> media.stream().flatMap(medium -> line(each, medium, lent).stream())).toList();
        return fetch(user, lines, open, closed, now).stream()
                .map(row -> waiting(row, now))
                // media are told apart here: named in the statement they make the database walk through all that waits
                .filter(wanted -> media.contains(wanted.medium()))
                .distinct()
                .sorted(Waiting.firstFor(user, hands, now))
                .toList();
    }

    /** What waits in one queue of one medium and may be his. @param latest only what waits since this moment or longer; null for all */
    private record Line(QueueId queue, Medium medium, Reach reach, OffsetDateTime latest) {}

    private static Optional<Line> line(Map.Entry<QueueId, Reach> from, Medium medium, Lent lent) {
        Instant latest = lent.own().contains(from.getKey()) ? null : lent.latest().get(medium);
        if (Instant.MIN.equals(latest)) return Optional.empty();
        return Optional.of(new Line(from.getKey(), medium, from.getValue(), latest == null ? null : at(latest)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Asked with every person who is free, so without writing the statement anew each time. */
    private Result<Record> fetch(UserId user, List<Line> lines, String open, Closed closed, Instant now) {
        String sql = FIRST_IN_LINE.replace("{open}", open);
        return db.connectionResult(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setObject(1, user.value());
                statement.setObject(2, at(now));
                statement.setObject(3, at(now.minus(Asking.PEACE)));
                statement.setArray(4, connection.createArrayOf("uuid", lines.stream().map(line -> line.queue().value()).toArray()));
                statement.setArray(5, connection.createArrayOf("text", lines.stream().map(line -> line.medium().key()).toArray()));
                statement.setArray(6, connection.createArrayOf("int4", lines.stream().map(line -> line.reach().ring()).toArray()));
                statement.setArray(7, connection.createArrayOf("int4", lines.stream().map(line -> line.reach().turns()).toArray()));
                statement.setArray(8, connection.createArrayOf("timestamptz", lines.stream().map(Line::latest).toArray()));
                statement.setArray(9, connection.createArrayOf("text", OpeningHours.WHAT_CAN_WAIT.toArray()));
                statement.setArray(10, connection.createArrayOf("uuid", closed.queues().toArray()));
                statement.setArray(11, connection.createArrayOf("uuid", closed.channels().stream().map(Closed.Channel::brand).toArray()));
                statement.setArray(12, connection.createArrayOf("text", closed.channels().stream().map(Closed.Channel::name).toArray()));
                try (var rows = statement.executeQuery()) {
                    return db.fetch(rows, NEEDED.toArray(Field[]::new));
                }
            }
        });
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
