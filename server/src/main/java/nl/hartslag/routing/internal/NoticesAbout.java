package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.NOTICE;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.ContentErased;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was asked of a coach about the conversation of a customer goes with what was said in it: no figure is made of it. */
@Component
@Order(16)
class NoticesAbout implements PersonalData {
    private final DSLContext db;

    NoticesAbout(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        return new Counts().add("notices", db.fetchCount(NOTICE, NOTICE.CONVERSATION_ID.in(person.conversations()))).all();
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        return new Counts().add("notices", forget(person.conversations())).all();
    }

    @EventListener
    void erased(ContentErased event) {
        forget(List.of(event.conversation().value()));
    }

    private int forget(Collection<UUID> conversations) {
        return db.deleteFrom(NOTICE).where(NOTICE.CONVERSATION_ID.in(conversations)).execute();
    }
}
