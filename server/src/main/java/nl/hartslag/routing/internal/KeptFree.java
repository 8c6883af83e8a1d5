package nl.hartslag.routing.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.routing.Routing.NamedQueue;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Supervision.Free;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.routing.internal.rules.Candidate;
import nl.hartslag.routing.internal.rules.Lent;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.routing.internal.rules.Reserves;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Whom the queues keep free at this moment. Who is there is read only for someone whom that concerns, and only of their people. */
@Component
class KeptFree {
    private final DSLContext db;
    private final Queues queues;
    private final Presences presences;
    private final Agents agents;
    private final OpeningHours hours;
    private final Clock clock;

    KeptFree(DSLContext db, Queues queues, Presences presences, Agents agents, OpeningHours hours, Clock clock) {
        this.db = db;
        this.queues = queues;
        this.presences = presences;
        this.agents = agents;
        this.hours = hours;
        this.clock = clock;
    }

    Reserves among(List<Candidate> here) {
        return reserves(queues.keeping(), here);
    }

    Lent lent(Candidate candidate, Instant now) {
        boolean concerned = Stream.of(Medium.values()).anyMatch(medium -> !concerning(candidate, medium).isEmpty());
        return concerned ? reserves(keeping(candidate.agent())).lent(candidate, now) : Lent.FREELY;
    }

    /** The same for one question, which is asked in this transaction: two at once do not each count on the other's person. */
    boolean lets(Candidate candidate, Waiting wanted, Instant now) {
        List<Queue> concerning = concerning(candidate, wanted.medium());
        if (concerning.isEmpty()) return true;
        concerning.stream().sorted(Comparator.comparing(queue -> queue.id().value()))
                .forEach(queue -> db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 72))", DSL.val("reserve/" + queue.id())));
        return reserves(keeping(candidate.agent())).lent(candidate, now).allows(wanted);
    }

    /** How many stay free now for each of these queues that keeps people. */
    Map<QueueId, Free> free(Collection<QueueId> wanted) {
        List<Queue> keeping = queues.keeping().stream().filter(queue -> wanted.contains(queue.id())).toList();
        if (keeping.isEmpty()) return Map.of();
        Reserves reserves = reserves(keeping);
        return keeping.stream().collect(Collectors.toMap(Queue::id, queue -> new Free(
                reserves.freeFor(queue.id()), queue.search().reserve().free(), queue.search().reserve().medium())));
    }

    /** The queues whose people he is of. */
    Stream<QueueId> queuesOf(UserId user) {
        return agents.agent(user).stream().flatMap(agent -> keeping(agent).stream()).map(Queue::id);
    }

    /** The queues of this brand that keep people free. */
    Set<QueueId> of(BrandId brand) {
        return queues.keeping().stream().filter(queue -> queue.brand().equals(brand)).map(Queue::id).collect(Collectors.toSet());
    }

    /** The queues that keep him free by name. */
    List<NamedQueue> keeping(UserId user) {
        return queues.keeping().stream()
                .filter(queue -> queue.search().reserve().people().contains(user))
                .map(queue -> new NamedQueue(queue.id(), queue.name()))
                .toList();
    }

    private List<Queue> concerning(Candidate candidate, Medium medium) {
        return queues.keeping().stream().filter(queue -> Reserves.concerns(queue, candidate, medium)).toList();
    }

    private List<Queue> keeping(Agent agent) {
        return queues.keeping().stream().filter(queue -> Reserves.keeps(queue, agent)).toList();
    }

    private Reserves reserves(List<Queue> keeping) {
        return reserves(keeping, presences.here(agents.there()
                .filter(agent -> keeping.stream().anyMatch(queue -> Reserves.keeps(queue, agent)))
                .map(Agent::user)
                .toList()));
    }

    private Reserves reserves(List<Queue> keeping, List<Candidate> here) {
        Instant now = clock.instant();
        return Reserves.of(keeping, here, (queue, agent) -> hours.open(queue, agent, now));
    }
}
