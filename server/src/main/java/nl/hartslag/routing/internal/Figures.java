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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Supervision.QueueFigures;
import nl.hartslag.shared.BrandId;
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
    private final LiveStream live;
    private final Signals signals;
    private final Views views;

    Figures(
            DSLContext db, TransactionTemplate transactions, Clock clock, Queues queues, Presences presences,
            OpeningHours hours, LiveStream live, Signals signals, Views views) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.queues = queues;
        this.presences = presences;
        this.hours = hours;
        this.live = live;
        this.signals = signals;
        this.views = views;
    }

    Map<QueueId, QueueFigures> of(Collection<QueueId> wanted) {
        List<UUID> ids = wanted.stream().map(QueueId::value).toList();
        Map<UUID, Integer> inHand = db.select(LOAD.QUEUE_ID, count()).from(LOAD).where(LOAD.QUEUE_ID.in(ids))
                .groupBy(LOAD.QUEUE_ID).fetchMap(LOAD.QUEUE_ID, count());
        Map<QueueId, List<Group>> waiting = waiting(ids);
        return wanted.stream().distinct().collect(Collectors.toMap(id -> id, id ->
                figures(id, waiting.getOrDefault(id, List.of()), inHand.getOrDefault(id.value(), 0))));
    }

    /** What waits in one queue and is offered from the same moment. */
    private record Group(QueueId queue, int waiting, Instant oldest, int overflowed, Optional<Instant> offeredFrom) {}

    private Map<QueueId, List<Group>> waiting(List<UUID> queues) {
        Instant now = clock.instant();
        return db.select(WAITING.QUEUE_ID, WAITING.BRAND_ID, WAITING.CHANNEL, WAITING.MEDIUM, count(), min(WAITING.ENTERED_AT), count(WAITING.OVERFLOWED_AT))
                .from(WAITING)
                .where(WAITING.QUEUE_ID.in(queues))
                .groupBy(WAITING.QUEUE_ID, WAITING.BRAND_ID, WAITING.CHANNEL, WAITING.MEDIUM)
                .fetch(row -> new Group(new QueueId(row.value1()), row.value5(), row.value6(), row.value7(),
                        hours.offeredFrom(new QueueId(row.value1()), new BrandId(row.value2()), row.value3(), row.value4(), now)))
                .stream()
                .collect(Collectors.groupingBy(Group::queue));
    }

    private QueueFigures figures(QueueId queue, List<Group> waiting, int inHand) {
        Instant opens = waiting.stream().flatMap(group -> group.offeredFrom.stream()).min(Comparator.naturalOrder()).orElse(null);
        return new QueueFigures(
                queue,
                waiting.stream().mapToInt(Group::waiting).sum(),
                waiting.stream().map(Group::oldest).min(Comparator.naturalOrder()).orElse(null),
                waiting.stream().mapToInt(Group::overflowed).sum(),
                inHand,
                opens != null && opens.isAfter(clock.instant()) ? opens : null);
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
            Map<String, ?> payload = Map.of("presence", views.presence(present));
            live.publish(LiveEvent.ofUser("presence.changed", user, payload));
            presences.agent(user).ifPresent(agent -> agent.brands().forEach(brand -> live.publish(
                    LiveEvent.ofBrand("agent.changed", brand, agent.partner(), Permission.LIVE_VIEW, payload))));
        }));
    }
}
