package nl.hartslag.routing.internal;

import static nl.hartslag.people.shown.Tables.SHOWN_USER;
import static nl.hartslag.routing.internal.db.Tables.LOAD;
import static nl.hartslag.routing.internal.db.Tables.QUEUE_TOLD;
import static nl.hartslag.routing.internal.db.Tables.WAITING;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
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
import java.util.stream.IntStream;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing.PresenceView;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.routing.Supervision.Free;
import nl.hartslag.routing.Supervision.QueueFigures;
import nl.hartslag.routing.internal.rules.Reach;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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
    private final KeptFree keptFree;

    Figures(
            DSLContext db, TransactionTemplate transactions, Clock clock, Queues queues, Presences presences,
            OpeningHours hours, LiveStream live, Signals signals, Views views, KeptFree keptFree) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.queues = queues;
        this.presences = presences;
        this.hours = hours;
        this.live = live;
        this.signals = signals;
        this.views = views;
        this.keptFree = keptFree;
    }

    Map<QueueId, QueueFigures> of(Collection<QueueId> wanted) {
        List<UUID> ids = wanted.stream().map(QueueId::value).toList();
        Map<UUID, Integer> inHand = db.select(LOAD.QUEUE_ID, count()).from(LOAD).where(LOAD.QUEUE_ID.in(ids))
                .groupBy(LOAD.QUEUE_ID).fetchMap(LOAD.QUEUE_ID, count());
        Map<QueueId, List<Group>> waiting = waiting(WAITING.QUEUE_ID.in(ids));
        Map<QueueId, Free> free = keptFree.free(wanted);
        return wanted.stream().distinct().collect(Collectors.toMap(id -> id, id ->
                figures(id, waiting.getOrDefault(id, List.of()), inHand.getOrDefault(id.value(), 0), free.get(id))));
    }

    /** Of queues that are shared: what waits for the turn of this company, and what its people have in hand. */
    Map<QueueId, QueueFigures> ofPartner(Collection<Queue> shared, PartnerId partner) {
        List<UUID> ids = shared.stream().map(queue -> queue.id().value()).toList();
        Map<UUID, Integer> inHand = db.select(LOAD.QUEUE_ID, count()).from(LOAD).join(SHOWN_USER).on(SHOWN_USER.ID.eq(LOAD.USER_ID))
                .where(LOAD.QUEUE_ID.in(ids)).and(SHOWN_USER.PARTNER_ID.eq(partner.value()))
                .groupBy(LOAD.QUEUE_ID).fetchMap(LOAD.QUEUE_ID, count());
        Map<QueueId, List<Group>> waiting = waiting(within(shared, Optional.of(partner)));
        return shared.stream().map(Queue::id).collect(Collectors.toMap(id -> id, id ->
                figures(id, waiting.getOrDefault(id, List.of()), inHand.getOrDefault(id.value(), 0), null)));
    }

    /** What waits in these queues; for a partner, of what is shared with it only what is its turn. */
    static Condition within(Collection<Queue> queues, Optional<PartnerId> partner) {
        Condition all = falseCondition();
        for (Queue queue : queues) {
            Condition here = WAITING.QUEUE_ID.eq(queue.id().value());
            boolean part = partner.isPresent() && !queue.partner().equals(partner);
            all = all.or(part ? here.and(WAITING.TURNS.bitAnd(turnsOf(queue, partner)).ne(0)) : here);
        }
        return all;
    }

    private static int turnsOf(Queue queue, Optional<PartnerId> partner) {
        List<Share> shares = queue.search().sharing().shares();
        return IntStream.range(0, shares.size()).filter(share -> shares.get(share).partner().equals(partner))
                .map(Reach::turnOf).reduce(0, (some, more) -> some | more);
    }

    /** What waits in one queue and is offered from the same moment. */
    private record Group(QueueId queue, int waiting, Instant oldest, int overflowed, Optional<Instant> offeredFrom) {}

    private Map<QueueId, List<Group>> waiting(Condition which) {
        Instant now = clock.instant();
        return db.select(WAITING.QUEUE_ID, WAITING.BRAND_ID, WAITING.CHANNEL, WAITING.MEDIUM, count(), min(WAITING.ENTERED_AT), count(WAITING.OVERFLOWED_AT))
                .from(WAITING)
                .where(which)
                .groupBy(WAITING.QUEUE_ID, WAITING.BRAND_ID, WAITING.CHANNEL, WAITING.MEDIUM)
                .fetch(row -> new Group(new QueueId(row.value1()), row.value5(), row.value6(), row.value7(),
                        hours.offeredFrom(new QueueId(row.value1()), new BrandId(row.value2()), row.value3(), row.value4(), now)))
                .stream()
                .collect(Collectors.groupingBy(Group::queue));
    }

    private QueueFigures figures(QueueId queue, List<Group> waiting, int inHand, @Nullable Free free) {
        Instant opens = waiting.stream().flatMap(group -> group.offeredFrom.stream()).min(Comparator.naturalOrder()).orElse(null);
        return new QueueFigures(
                queue,
                waiting.stream().mapToInt(Group::waiting).sum(),
                waiting.stream().map(Group::oldest).min(Comparator.naturalOrder()).orElse(null),
                waiting.stream().mapToInt(Group::overflowed).sum(),
                inHand,
                opens != null && opens.isAfter(clock.instant()) ? opens : null,
                free);
    }

    /** Tells what changed since; what was told less than a second ago stays for the next time. */
    void tell() {
        for (Object changed : signals.takeChanged()) {
            if (changed instanceof QueueId queue) tellQueue(queue);
            if (changed instanceof UserId user) {
                tellPerson(user);
                keptFree.queuesOf(user).forEach(signals::queue);
            }
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
            PresenceView view = views.presence(present);
            live.publish(LiveEvent.ofUser("presence.changed", user, Map.of("presence", view)));
            presences.agent(user).ifPresent(agent -> agent.brands().forEach(brand -> live.publish(LiveEvent.ofBrand(
                    "agent.changed", brand, agent.partner(), Permission.LIVE_VIEW, Map.of("presence", view.keptFor(keptFree.of(brand)))))));
        }));
    }
}
