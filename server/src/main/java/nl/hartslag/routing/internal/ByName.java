package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.PRESENCE;
import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Clock;
import java.time.Instant;
import nl.hartslag.contacts.AtWork;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Contacts that one person should have: his at once when he is there, kept for him for a while when he is not, and for anyone
 * as soon as that while is over, he refuses, or he may not do it any more.
 */
@Component
class ByName implements AtWork {
    private final DSLContext db;
    private final Clock clock;
    private final Agents agents;
    private final Queues queues;
    private final Signals signals;

    ByName(DSLContext db, Clock clock, Agents agents, Queues queues, Signals signals) {
        this.db = db;
        this.clock = clock;
        this.agents = agents;
        this.queues = queues;
        this.signals = signals;
    }

    /** With the rights of this moment. */
    boolean mayHave(UserId person, Queue queue) {
        return agents.now(person).filter(agent -> agent.mayBeGiven(queue)).isPresent();
    }

    /** Whoever is busy or on a break comes back to it; whoever is off does not. */
    @Override
    public boolean takes(ContactId contact, UserId person) {
        return db.fetchExists(WAITING, WAITING.CONTACT_ID.eq(contact.value()).and(WAITING.PREFERRED_USER.eq(person.value())))
                && db.fetchExists(PRESENCE, PRESENCE.USER_ID.eq(person.value())
                        .and(PRESENCE.STATE.ne(Presences.keyOf(PresenceState.OFFLINE))));
    }

    /**
     * Someone who sits waiting is kept for one person while that one could be asked; what can wait until it would stand out in
     * its queue, so that nobody waits longer for one person than the queue thinks right.
     */
    static Instant keptUntil(Queue queue, Medium medium, Instant from, Instant standsOutAt) {
        return medium.live() ? from.plusSeconds(queue.offerSeconds()) : standsOutAt;
    }

    /** Called on the rounds. What is kept for someone who left the company or the brand waits for nobody. */
    void free() {
        db.selectDistinct(WAITING.PREFERRED_USER, WAITING.QUEUE_ID)
                .from(WAITING)
                .where(WAITING.PREFERRED_USER.isNotNull())
                .and(WAITING.PREFERRED_UNTIL.gt(clock.instant()))
                .fetch()
                .stream()
                .filter(kept -> !mayHave(new UserId(kept.value1()), queues.get(new QueueId(kept.value2()))))
                .flatMap(kept -> db.update(WAITING)
                        .setNull(WAITING.PREFERRED_USER)
                        .setNull(WAITING.PREFERRED_UNTIL)
                        .where(WAITING.PREFERRED_USER.eq(kept.value1()))
                        .and(WAITING.QUEUE_ID.eq(kept.value2()))
                        .returning(WAITING.CONTACT_ID)
                        .fetch()
                        .stream())
                .forEach(freed -> signals.contact(new ContactId(freed.getContactId())));
    }
}
