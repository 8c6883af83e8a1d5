package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_MARK;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Why somebody deviated in the conversation of a customer, and what was learned from it: the mark stays for the figures, the words go. */
@Component
@Order(15)
class MarkedWords implements PersonalData {
    private static final Condition WORDED = GUIDELINE_MARK.WHY.ne("").or(GUIDELINE_MARK.LEARNED.ne(""));
    private final DSLContext db;

    MarkedWords(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        return new Counts().add("guideline-words", db.fetchCount(GUIDELINE_MARK, of(person.conversations()))).all();
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        return new Counts().add("guideline-words", forget(person.conversations())).all();
    }

    /** @return of how many marks */
    int forget(Collection<UUID> conversations) {
        return db.update(GUIDELINE_MARK)
                .set(GUIDELINE_MARK.WHY, DSL.when(GUIDELINE_MARK.WHY.isNotNull(), ""))
                .set(GUIDELINE_MARK.LEARNED, DSL.when(GUIDELINE_MARK.LEARNED.isNotNull(), ""))
                .where(of(conversations)).execute();
    }

    private static Condition of(Collection<UUID> conversations) {
        return GUIDELINE_MARK.CONVERSATION_ID.in(conversations).and(WORDED);
    }
}
