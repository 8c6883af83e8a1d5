package nl.hartslag.assistant.internal;

import static nl.hartslag.assistant.internal.db.Tables.LEARNED;
import static nl.hartslag.contacts.shown.Tables.SHOWN_TOLD;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.ContentErased;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which words a customer used in a contact: the counts of his brand stay, without what says whose words they were. */
@Component
@Order(17)
class LearnedWords implements PersonalData {
    private final DSLContext db;

    LearnedWords(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        return new Counts().add("learned-words", db.fetchCount(LEARNED, of(person.conversations()))).all();
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        return new Counts().add("learned-words", forget(person.conversations())).all();
    }

    @EventListener
    void erased(ContentErased event) {
        forget(List.of(event.conversation().value()));
    }

    private int forget(Collection<UUID> conversations) {
        return db.update(LEARNED).set(LEARNED.WORDS, new Long[0]).where(of(conversations)).execute();
    }

    private static Condition of(Collection<UUID> conversations) {
        return LEARNED.CONTACT_ID.in(DSL.select(SHOWN_TOLD.CONTACT_ID).from(SHOWN_TOLD).where(SHOWN_TOLD.CONVERSATION_ID.in(conversations)))
                .and(DSL.cardinality(LEARNED.WORDS).gt(0));
    }
}
