package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.desk.internal.search.SearchDue;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import nl.hartslag.shared.ConversationId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes a customer off what lists and search show. Before what was said: with that the rows are made anew, and would say no more whose they
 * were.
 */
@Component
@Order(19)
class RowsOfPerson implements PersonalData {
    private final DSLContext db;
    private final SearchDue search;

    RowsOfPerson(DSLContext db, SearchDue search) {
        this.db = db;
        this.search = search;
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        return new Counts().add("rows", db.fetchCount(CONVERSATION_ROW, his(person))).all();
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        List<UUID> his = db.select(CONVERSATION_ROW.CONVERSATION_ID).from(CONVERSATION_ROW).where(his(person)).orderBy(CONVERSATION_ROW.CONVERSATION_ID)
                .forUpdate().fetch(CONVERSATION_ROW.CONVERSATION_ID);
        if (his.isEmpty()) return Map.of();
        db.update(CONVERSATION_ROW).set(CONVERSATION_ROW.CUSTOMER_ID, DSL.val(null, CONVERSATION_ROW.CUSTOMER_ID)).setNull(CONVERSATION_ROW.CUSTOMER_NAME)
                .where(CONVERSATION_ROW.CONVERSATION_ID.in(his)).execute();
        search.forget(his.stream().map(ConversationId::new).toList());
        return new Counts().add("rows", his.size()).all();
    }

    private static Condition his(Traces person) {
        return CONVERSATION_ROW.CUSTOMER_ID.eq(person.customer().value());
    }
}
