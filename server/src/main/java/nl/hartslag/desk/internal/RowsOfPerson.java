package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;

import java.util.List;
import java.util.Map;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.desk.internal.search.SearchDue;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import nl.hartslag.shared.ConversationId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What lists and search show of a customer is made anew, of what is left of it below. */
@Component
@Order(50)
class RowsOfPerson implements PersonalData {
    private final DSLContext db;
    private final RowMaker rows;
    private final SearchDue search;

    RowsOfPerson(DSLContext db, RowMaker rows, SearchDue search) {
        this.db = db;
        this.rows = rows;
        this.search = search;
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        return new Counts().add("rows", db.fetchCount(CONVERSATION_ROW, his(person))).all();
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        List<ConversationId> his = db.select(CONVERSATION_ROW.CONVERSATION_ID).from(CONVERSATION_ROW).where(his(person)).fetch(row -> new ConversationId(row.value1()));
        List<ConversationId> changed = rows.make(his).stream().map(DeskRow::conversation).toList();
        if (!changed.isEmpty()) search.forget(changed);
        return new Counts().add("rows", changed.size()).all();
    }

    private static Condition his(Traces person) {
        return CONVERSATION_ROW.CUSTOMER_ID.eq(person.customer().value());
    }
}
