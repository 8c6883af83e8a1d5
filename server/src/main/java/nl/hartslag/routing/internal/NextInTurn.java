package nl.hartslag.routing.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.InTurn;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.internal.Presences.Present;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.routing.internal.rules.Hands;
import nl.hartslag.routing.internal.rules.Reach;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/**
 * What comes next for whoever asks for work himself, and that nobody passes it over in a queue where everyone takes what is
 * next. What is kept for a person, or he is asked for, is his to take at any place.
 */
@Component
class NextInTurn implements InTurn {
    private final Clock clock;
    private final Queues queues;
    private final WaitingContacts waiting;
    private final Presences presences;
    private final Agents agents;

    NextInTurn(Clock clock, Queues queues, WaitingContacts waiting, Presences presences, Agents agents) {
        this.clock = clock;
        this.queues = queues;
        this.waiting = waiting;
        this.presences = presences;
        this.agents = agents;
    }

    /** What he could take, the first first. @param only of this queue; without it, of those that fit him */
    List<Waiting> of(Agent agent, Map<QueueId, Reach> from, Optional<QueueId> only, Hands hands, Instant now) {
        return waiting.nextTaken(agent.user(), from, hands, now).stream()
                .filter(wanted -> only.isEmpty() || only.get().equals(wanted.queue().id()))
                .filter(wanted -> wanted.preferred().isEmpty() || wanted.isFor(agent))
                .toList();
    }

    /** Our own people may help out a partner's queue at once when they ask for it themselves; where it is shared, as its steps say. */
    Map<QueueId, Reach> only(Agent agent, QueueId only) {
        return queues.find(only).filter(queue -> agent.mayTakeFrom(queue) && agent.ownOrUnshared(queue)).map(queue -> Map.of(queue.id(), agent.atOnce(queue)))
                .orElseGet(() -> queues.reachOf(agent, queue -> queue.id().equals(only)));
    }

    @Override
    public void check(Access access, ContactId contact) {
        Optional<WaitingRecord> passing = passingOthers(access, contact);
        if (passing.isEmpty()) return;
        Hands hands = handsOf(access.user());
        if (!hands.room()) throw Problem.of("routing/hands-full", 409);
        throw Problem.of("routing/out-of-turn", 409).with("queue", queueOf(passing.get()).name());
    }

    /** The waiting row, when taking it would pass over what comes first for this person. */
    Optional<WaitingRecord> passingOthers(Access access, ContactId contact) {
        return waiting.row(contact).filter(row -> {
            Queue queue = queueOf(row);
            return queue.inTurn() && !access.may(Permission.CONTACTS_ASSIGN, queue.brand()) && !comesTo(access, row, queue);
        });
    }

    private boolean comesTo(Access access, WaitingRecord row, Queue queue) {
        Instant now = clock.instant();
        if (access.user().value().equals(row.getOfferedTo())) return true;
        if (waiting.waiting(row, now).preferred().filter(access.user()::equals).isPresent()) return true;
        Agent agent = agents.of(access);
        return of(agent, only(agent, queue.id()), Optional.of(queue.id()), handsOf(access.user()), now).stream()
                .findFirst().filter(first -> first.contact().value().equals(row.getContactId())).isPresent();
    }

    private Hands handsOf(UserId user) {
        return presences.find(user).map(Present::hands).orElseGet(() -> Hands.of(Hands.USUAL, Map.of()));
    }

    private Queue queueOf(WaitingRecord row) {
        return queues.get(new QueueId(row.getQueueId()));
    }
}
