package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.routing.Routing.Held;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SiteId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * When contacts are offered. What can wait is offered while its channel is open where the person works; a customer who sits
 * waiting at the other end came in while it was open, and is helped at any hour. Asking for work oneself is always allowed.
 */
@Component
class OpeningHours {
    static final List<String> WHAT_CAN_WAIT =
            Stream.of(Medium.values()).filter(medium -> !medium.live()).map(Medium::key).toList();

    private final DSLContext db;
    private final Organisation organisation;
    private final Queues queues;

    OpeningHours(DSLContext db, Organisation organisation, Queues queues) {
        this.db = db;
        this.organisation = organisation;
        this.queues = queues;
    }

    boolean allow(Agent agent, Waiting wanted, Instant at) {
        return wanted.medium().live()
                || wanted.queue().atAllHours()
                || !organisation.closedChannels(wanted.queue().brand(), agent.site(), at).contains(wanted.channel());
    }

    /** Whether something may come into the queue where he works: any of the channels that its rules name is open, or they name none. */
    boolean open(Queue queue, Agent agent, Instant at) {
        List<String> channels = queues.rules(queue.brand()).stream()
                .filter(rule -> rule.queue().equals(queue.id()))
                .flatMap(rule -> rule.channel().stream())
                .toList();
        return queue.atAllHours() || channels.isEmpty() || !organisation.closedChannels(queue.brand(), agent.site(), at).containsAll(channels);
    }

    /**
     * What is not offered: of these channels what can wait, except in these queues.
     *
     * @param channels that are closed
     * @param queues   where work goes on at all hours
     */
    record Closed(List<Channel> channels, List<UUID> queues) {
        static final Closed NOTHING = new Closed(List.of(), List.of());

        /** @param name of a channel of a brand */
        record Channel(UUID brand, String name) {}

        private Condition holds() {
            return WAITING.MEDIUM.in(WHAT_CAN_WAIT).and(WAITING.QUEUE_ID.notIn(queues))
                    .and(DSL.row(WAITING.BRAND_ID, WAITING.CHANNEL).in(channels.stream().map(one -> DSL.row(one.brand, one.name)).toList()));
        }
    }

    /** Which waiting contacts are not offered to this person at this instant. */
    Closed closedTo(Agent agent, Instant at) {
        List<Closed.Channel> channels = agent.brands().stream()
                .flatMap(brand -> organisation.closedChannels(brand, agent.site(), at).stream().map(name -> new Closed.Channel(brand.value(), name)))
                .toList();
        if (channels.isEmpty()) return Closed.NOTHING;
        return new Closed(channels, queues.inUse().stream().filter(Queue::atAllHours).map(queue -> queue.id().value()).toList());
    }

    /** What waits for the opening in queues of this person's work. */
    Optional<Held> waitingForOpening(Agent agent, Instant at) {
        Closed closed = closedTo(agent, at);
        if (closed.channels().isEmpty()) return Optional.empty();
        List<UUID> fitting = queues.inUse().stream().filter(agent::fits).map(queue -> queue.id().value()).toList();
        var groups = db.select(WAITING.BRAND_ID, WAITING.CHANNEL, DSL.count()).from(WAITING)
                .where(closed.holds()).and(WAITING.QUEUE_ID.in(fitting))
                .groupBy(WAITING.BRAND_ID, WAITING.CHANNEL)
                .fetch();
        int count = groups.stream().mapToInt(group -> group.value3()).sum();
        if (count == 0) return Optional.empty();
        Optional<Instant> opensAt = groups.stream()
                .flatMap(group -> opening(new BrandId(group.value1()), group.value2(), agent.site(), at).stream())
                .min(Comparator.naturalOrder());
        return Optional.of(new Held(count, opensAt));
    }

    /** From when what waits so is offered to anybody. */
    Optional<Instant> offeredFrom(QueueId queue, BrandId brand, String channel, String medium, Instant at) {
        boolean atAnyHour = !WHAT_CAN_WAIT.contains(medium) || queues.find(queue).map(Queue::atAllHours).orElse(false);
        return atAnyHour ? Optional.of(at) : organisation.opensSomewhere(brand, channel, at);
    }

    private Optional<Instant> opening(BrandId brand, String channel, Optional<SiteId> site, Instant at) {
        return site.map(where -> organisation.hours(brand, channel, where))
                .orElseGet(() -> organisation.hours(brand, channel))
                .nextOpening(at);
    }
}
