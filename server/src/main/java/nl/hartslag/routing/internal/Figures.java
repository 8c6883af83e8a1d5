package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.LOAD;
import static nl.hartslag.routing.internal.db.Tables.QUEUE_TOLD;
import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.min;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.people.People;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Supervision.QueueFigures;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The figures of each queue, counted over what waits and what is in hand at this moment: short tables, never history.
 * They are told to the screens at most once a second per queue, by whichever node is first.
 */
@Component
class Figures {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Queues queues;
    private final Presences presences;
    private final OpeningHours hours;
    private final People people;
    private final LiveStream live;
    private final Signals signals;

    Figures(
            DSLContext db, TransactionTemplate transactions, Clock clock, Queues queues, Presences presences,
            OpeningHours hours, People people, LiveStream live, Signals signals) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.queues = queues;
        this.presences = presences;
        this.hours = hours;
        this.people = people;
        this.live = live;
        this.signals = signals;
    }

    Map<QueueId, QueueFigures> of(Collection<QueueId> wanted) {
        List<UUID> ids = wanted.stream().map(QueueId::value).toList();
        Map<UUID, Integer> inHand = db.select(LOAD.QUEUE_ID, count()).from(LOAD).where(LOAD.QUEUE_ID.in(ids))
                .groupBy(LOAD.QUEUE_ID).fetchMap(LOAD.QUEUE_ID, count());
        Map<QueueId, Instant> opens = hours.closedUntil(ids, clock.instant());
        Map<QueueId, QueueFigures> figures = new HashMap<>();
        wanted.forEach(id -> figures.put(id, new QueueFigures(id, 0, null, 0, inHand.getOrDefault(id.value(), 0), null)));
        db.select(WAITING.QUEUE_ID, count(), min(WAITING.ENTERED_AT), count(WAITING.OVERFLOWED_AT)).from(WAITING)
                .where(WAITING.QUEUE_ID.in(ids))
                .groupBy(WAITING.QUEUE_ID)
                .forEach(row -> figures.computeIfPresent(new QueueId(row.value1()), (id, idle) ->
                        new QueueFigures(id, row.value2(), row.value3(), row.value4(), idle.inHand(), opens.get(id))));
        return figures;
    }

    /** Tells what changed since; what was told less than a second ago stays for the next time. */
    void tell() {
        for (Object changed : signals.takeChanged()) {
            if (changed instanceof QueueId queue) tellQueue(queue);
            if (changed instanceof UserId user) tellPerson(user);
        }
    }

    private void tellQueue(QueueId id) {
        transactions.executeWithoutResult(_ -> {
            Instant now = clock.instant();
            int mayTell = db.insertInto(QUEUE_TOLD).set(QUEUE_TOLD.QUEUE_ID, id.value()).set(QUEUE_TOLD.TOLD_AT, now)
                    .onConflict(QUEUE_TOLD.QUEUE_ID).doUpdate().set(QUEUE_TOLD.TOLD_AT, now)
                    .where(QUEUE_TOLD.TOLD_AT.le(now.minus(BETWEEN)))
                    .execute();
            if (mayTell == 0) {
                signals.queue(id);
                return;
            }
            queues.find(id).ifPresent(queue -> live.publish(LiveEvent.ofBrand(
                    "queue.changed", queue.brand(), queue.partner(), Permission.CONTACTS_VIEW,
                    Map.of("queue", of(List.of(id)).get(id)))));
        });
    }

    /** To himself on all his screens, and to whoever watches the floor. */
    private void tellPerson(UserId user) {
        transactions.executeWithoutResult(_ -> presences.find(user).ifPresent(present -> {
            Map<String, ?> payload = Map.of("presence", Views.presence(present));
            live.publish(LiveEvent.ofUser("presence.changed", user, payload));
            live.publish(new LiveEvent(
                    "agent.changed", Optional.empty(), people.user(user).flatMap(People.User::partner),
                    Optional.of(Permission.LIVE_VIEW), Optional.empty(), payload));
        }));
    }
}
