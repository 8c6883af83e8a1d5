package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.LOAD;

import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.people.RightsChanged;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What someone has in hand and may not handle any more, as his account is closed or his role taken away, goes back to its
 * queue: it would wait for him forever. One goes back at a time, as in {@link ChatsReturn}.
 */
@Component
class NoLongerHis implements TimerHandler {
    static final String TIMER = "routing.rights-changed";
    static final String WHY = "rights-changed";
    private static final String EVERYONE = "everyone";
    private final DSLContext db;
    private final Agents agents;
    private final Contacts contacts;
    private final Timers timers;

    NoLongerHis(DSLContext db, Agents agents, Contacts contacts, Timers timers) {
        this.db = db;
        this.agents = agents;
        this.contacts = contacts;
        this.timers = timers;
    }

    @EventListener
    void changed(RightsChanged news) {
        String whose = news.user() == null ? EVERYONE : news.user().toString();
        timers.schedule(TIMER, whose, news.occurredAt(), Map.of());
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        if (timer.key().equals(EVERYONE)) lookAtEveryone(timer);
        else if (oneGoesBack(UserId.of(timer.key()))) timers.schedule(TIMER, timer.key(), timer.dueAt(), Map.of());
    }

    private void lookAtEveryone(DueTimer timer) {
        timers.together(() -> db.selectDistinct(LOAD.USER_ID).from(LOAD)
                .forEach(row -> timers.schedule(TIMER, row.value1().toString(), timer.dueAt(), Map.of())));
    }

    private boolean oneGoesBack(UserId user) {
        Optional<Agent> agent = agents.now(user);
        return db.select(LOAD.CONTACT_ID).from(LOAD).where(LOAD.USER_ID.eq(user.value()))
                .orderBy(LOAD.SINCE)
                .fetch(row -> new ContactId(row.value1()))
                .stream()
                .filter(contact -> agent.filter(he -> mayHandle(he, contacts.contactOf(contact))).isEmpty())
                .anyMatch(contact -> contacts.release(contact, user, WHY));
    }

    private static boolean mayHandle(Agent agent, ContactView contact) {
        return agent.brands().contains(contact.brand())
                && (agent.partner().isEmpty() || agent.partner().equals(contact.partner()));
    }
}
