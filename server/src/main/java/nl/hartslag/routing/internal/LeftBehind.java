package nl.hartslag.routing.internal;

import static nl.hartslag.people.shown.Tables.SHOWN_USER;
import static nl.hartslag.people.shown.Tables.SHOWN_USER_PERMISSION;
import static nl.hartslag.routing.internal.db.Tables.LOAD;
import static nl.hartslag.routing.internal.db.Tables.QUEUE;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.util.UUID;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What someone has in hand and may not handle any more, as his account is closed or a role taken away, goes back to its
 * queue: it would wait for him forever.
 */
@Component
class LeftBehind {
    static final String WHY = "rights-changed";
    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final int AT_ONCE = 500;
    private final DSLContext db;
    private final Agents agents;
    private final Contacts contacts;

    LeftBehind(DSLContext db, Agents agents, Contacts contacts) {
        this.db = db;
        this.agents = agents;
        this.contacts = contacts;
    }

    /** Called on the rounds, so that nothing escapes that was taken at the very moment the right went away. */
    void free() {
        db.select(LOAD.CONTACT_ID, LOAD.USER_ID)
                .from(LOAD)
                .join(SHOWN_USER).on(SHOWN_USER.ID.eq(LOAD.USER_ID))
                .leftJoin(QUEUE).on(QUEUE.ID.eq(LOAD.QUEUE_ID))
                .where(notExists(selectOne().from(SHOWN_USER_PERMISSION)
                        .where(SHOWN_USER_PERMISSION.USER_ID.eq(LOAD.USER_ID))
                        .and(SHOWN_USER_PERMISSION.PERMISSION.eq(Permission.CONTACTS_HANDLE.key()))
                        .and(SHOWN_USER_PERMISSION.BRAND_ID.isNull().or(SHOWN_USER_PERMISSION.BRAND_ID.eq(LOAD.BRAND_ID)))
                        .and(SHOWN_USER_PERMISSION.PARTNER_ID.isNull().or(SHOWN_USER_PERMISSION.PARTNER_ID.eq(QUEUE.PARTNER_ID)))))
                .orderBy(LOAD.SINCE)
                .limit(AT_ONCE)
                .fetch()
                .forEach(this::freeOne);
    }

    private void freeOne(Record2<UUID, UUID> held) {
        ContactId contact = new ContactId(held.value1());
        UserId user = new UserId(held.value2());
        try {
            // the queue may be another partner's by now: whose the contact itself is decides
            ContactView about = contacts.contactOf(contact);
            if (agents.now(user).filter(agent -> agent.mayHave(about.brand(), about.partner())).isPresent()) return;
            contacts.release(contact, user, WHY);
        } catch (RuntimeException fault) {
            LOG.warn("contact {} cannot go back to its queue yet: {}", contact, fault.toString());
        }
    }
}
