package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.LOAD;

import nl.hartslag.contacts.Contacts;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.routing.internal.rules.Medium;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whoever sits waiting at the other end of someone who did not come back is helped by another; mails can wait for him. */
@Component
class ChatsReturn implements TimerHandler {
    static final String TIMER = "routing.chats-return";
    static final String WHY = "connection-lost";
    private final DSLContext db;
    private final Connections connections;
    private final Contacts contacts;

    ChatsReturn(DSLContext db, Connections connections, Contacts contacts) {
        this.db = db;
        this.connections = connections;
        this.contacts = contacts;
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        UserId user = UserId.of(timer.key());
        if (connections.isConnected(user)) return;
        db.select(LOAD.CONTACT_ID).from(LOAD).where(LOAD.USER_ID.eq(user.value()))
                .and(LOAD.MEDIUM.in(Medium.CALL.key(), Medium.CHAT.key()))
                .orderBy(LOAD.SINCE)
                .fetch()
                .forEach(row -> contacts.release(new ContactId(row.value1()), user, WHY));
    }
}
