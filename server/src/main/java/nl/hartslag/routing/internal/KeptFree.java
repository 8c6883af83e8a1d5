package nl.hartslag.routing.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.routing.Routing.NamedQueue;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.routing.internal.rules.Candidate;
import nl.hartslag.routing.internal.rules.Lent;
import nl.hartslag.routing.internal.rules.Reserves;
import nl.hartslag.routing.internal.rules.Waiting;
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

    KeptFree(DSLContext db, Queues queues, Presences presences, Agents agents) {
        this.db = db;
        this.queues = queues;
        this.presences = presences;
        this.agents = agents;
    }

    Reserves among(List<Candidate> here) {
        return Reserves.of(queues.keeping(), here);
    }

    Lent lent(Candidate candidate, Instant now) {
        List<Queue> keeping = concerning(candidate);
        return keeping.isEmpty() ? Lent.FREELY : reserves(keeping).lent(candidate, now);
    }

    /** The same for one question, which is asked in this transaction: two at once do not each count on the other's person. */
    boolean lets(Candidate candidate, Waiting wanted, Instant now) {
        List<Queue> keeping = concerning(candidate);
        if (keeping.isEmpty()) return true;
        keeping.stream().sorted(Comparator.comparing(queue -> queue.id().value()))
                .forEach(queue -> db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 72))", DSL.val("reserve/" + queue.id())));
        return reserves(keeping).lent(candidate, now).allows(wanted);
    }

    /** How many stay free now for each of these queues that keeps people. */
    Map<QueueId, Integer> free(Collection<QueueId> wanted) {
        List<Queue> keeping = queues.keeping().stream().filter(queue -> wanted.contains(queue.id())).toList();
        if (keeping.isEmpty()) return Map.of();
        Reserves reserves = reserves(keeping);
        return keeping.stream().map(Queue::id).collect(Collectors.toMap(id -> id, reserves::freeFor));
    }

    /** The queues whose people he is of. */
    Stream<QueueId> queuesOf(UserId user) {
        return agents.agent(user).stream()
                .flatMap(agent -> queues.keeping().stream().filter(queue -> Reserves.keeps(queue, agent)))
                .map(Queue::id);
    }

    /** The queues that keep him free by name. */
    List<NamedQueue> keeping(UserId user) {
        return queues.keeping().stream()
                .filter(queue -> queue.search().reserve().people().contains(user))
                .map(queue -> new NamedQueue(queue.id(), queue.name()))
                .toList();
    }

    private List<Queue> concerning(Candidate candidate) {
        return queues.keeping().stream().filter(queue -> Reserves.concerns(queue, candidate)).toList();
    }

    private Reserves reserves(List<Queue> keeping) {
        return Reserves.of(keeping, presences.here(agents.there()
                .filter(agent -> keeping.stream().anyMatch(queue -> Reserves.keeps(queue, agent)))
                .map(Agent::user)
                .toList()));
    }
}
