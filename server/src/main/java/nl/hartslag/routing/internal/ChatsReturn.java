package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.LOAD;

import java.util.Map;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Whoever sits waiting at the other end of someone who did not come back is helped by another; mails can wait for him. One goes
 * back at a time: who has two in hand at once could wait for someone who waits for him.
 */
@Component
class ChatsReturn implements TimerHandler {
    static final String TIMER = "routing.chats-return";
    static final String WHY = "connection-lost";
    private final DSLContext db;
    private final Connections connections;
    private final Contacts contacts;
    private final Timers timers;

    ChatsReturn(DSLContext db, Connections connections, Contacts contacts, Timers timers) {
        this.db = db;
        this.connections = connections;
        this.contacts = contacts;
        this.timers = timers;
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        UserId user = UserId.of(timer.key());
        if (connections.isConnected(user)) return;
        boolean more = db.select(LOAD.CONTACT_ID).from(LOAD).where(LOAD.USER_ID.eq(user.value()))
                .and(LOAD.MEDIUM.in(Medium.CALL.key(), Medium.CHAT.key()))
                .orderBy(LOAD.SINCE)
                .fetch()
                .stream()
                .anyMatch(row -> contacts.release(new ContactId(row.value1()), user, WHY));
        if (more) timers.schedule(TIMER, timer.key(), timer.dueAt(), Map.of());
    }
}
