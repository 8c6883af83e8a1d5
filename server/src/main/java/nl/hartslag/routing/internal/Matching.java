package nl.hartslag.routing.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.routing.internal.rules.Candidate;
import nl.hartslag.routing.internal.rules.Consideration;
import nl.hartslag.routing.internal.rules.Lent;
import nl.hartslag.routing.internal.rules.Reach;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/**
 * Who is asked for what. Whenever something changed, either the contact looks for a person or the person for a contact;
 * in both cases what is found is only proposed to {@link Offers}, which decides under lock.
 */
@Component
class Matching {
    private final Clock clock;
    private final Presences presences;
    private final WaitingContacts waiting;
    private final Queues queues;
    private final Offers offers;
    private final OpeningHours hours;
    private final Turns turns;
    private final KeptFree keptFree;

    Matching(
            Clock clock, Presences presences, WaitingContacts waiting, Queues queues, Offers offers, OpeningHours hours, Turns turns,
            KeptFree keptFree) {
        this.clock = clock;
        this.presences = presences;
        this.waiting = waiting;
        this.queues = queues;
        this.offers = offers;
        this.hours = hours;
        this.turns = turns;
        this.keptFree = keptFree;
    }

    /** @param subjects contacts and people */
    void lookAt(Collection<Object> subjects) {
        findSomeoneFor(subjects.stream().filter(ContactId.class::isInstance).map(ContactId.class::cast).toList());
        subjects.stream().filter(UserId.class::isInstance).map(UserId.class::cast).forEach(this::findSomethingFor);
    }

    /** Who is there is asked once, and again after each offer. */
    private void findSomeoneFor(Collection<ContactId> contacts) {
        List<WaitingRecord> rows = contacts.isEmpty() ? List.of() : waiting.unasked(contacts);
        if (rows.isEmpty()) return;
        List<Candidate> here = presences.here();
        for (WaitingRecord row : rows) {
            if (findSomeoneFor(turns.decided(row, here), here)) here = presences.here();
        }
    }

    private boolean findSomeoneFor(Waiting wanted, List<Candidate> here) {
        if (!wanted.offered()) return false;
        Consideration looked = consider(wanted, here);
        return looked.order().stream().map(candidate -> candidate.agent().user())
                .anyMatch(user -> offers.make(wanted.contact(), user, Grounds.ofContact(looked.others(user))));
    }

    void findSomethingFor(UserId user) {
        Optional<Candidate> me = presences.candidate(user).filter(each -> !each.asked() && each.hands().room());
        if (me.isEmpty()) return;
        Instant now = clock.instant();
        Agent agent = me.get().agent();
        Lent lent = keptFree.lent(me.get(), now);
        for (Waiting wanted : waiting.nextFor(user, pushedTo(agent), me.get().hands(), lent, hours.closedTo(agent, now), now)) {
            if (mayAsk(user, wanted) && offers.make(wanted.contact(), user, Grounds.ofPerson())) return;
        }
    }

    private boolean mayAsk(UserId user, Waiting wanted) {
        if (offers.answers(wanted.contact()).refusals().isEmpty()) return true;
        return consider(wanted, presences.here()).order().stream().anyMatch(each -> each.agent().user().equals(user));
    }

    /** How everyone who is there stands with this contact at this moment. */
    Consideration consider(Waiting wanted, List<Candidate> here) {
        Instant now = clock.instant();
        return Consideration.of(wanted, here, keptFree.among(here), agent -> hours.allow(agent, wanted, now), offers.answers(wanted.contact()), now);
    }

    private Map<QueueId, Reach> pushedTo(Agent agent) {
        return queues.reachOf(agent, queue -> queue.mode().equals("push"));
    }
}
