package nl.hartslag.contacts.internal.erasing;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.PLANNED_ANSWER;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.hartslag.contacts.internal.db.tables.Cases;
import nl.hartslag.platform.privacy.Perishable.First;
import nl.hartslag.platform.privacy.Perishable.Kept;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Conversations of which everything is done: the case solved or joined to another that is, nothing open, nothing promised. */
@Component
class ClosedLongAgo {
    private static final Field<String> MONTH = DSL.field("to_char({0} at time zone 'UTC', 'YYYY-MM')", String.class, CASES.SOLVED_AT);
    /** A part of a conversation may have been taken to another case. */
    private static final Cases ELSEWHERE = CASES.as("elsewhere");
    private final DSLContext db;

    ClosedLongAgo(DSLContext db) {
        this.db = db;
    }

    private static Condition due(Kept kept) {
        Condition channel = kept.channel().map(CONVERSATION.CHANNEL::eq).orElseGet(() -> CONVERSATION.CHANNEL.notIn(kept.otherwise()));
        return CONVERSATION.BRAND_ID.eq(kept.brand().value()).and(channel).and(CONVERSATION.ERASED_AT.isNull())
                .and(CASES.BRAND_ID.eq(kept.brand().value())).and(CASES.STATE.eq(DSL.inline("solved"))).and(CASES.SOLVED_AT.lt(kept.closedBefore()))
                .andNotExists(DSL.selectOne().from(CONTACT).where(CONTACT.CONVERSATION_ID.eq(CONVERSATION.ID)).and(CONTACT.STATE.ne("ended")))
                .andNotExists(DSL.selectOne().from(CONTACT).join(ELSEWHERE).on(ELSEWHERE.ID.eq(CONTACT.CASE_ID))
                        .where(CONTACT.CONVERSATION_ID.eq(CONVERSATION.ID)).and(ELSEWHERE.STATE.notIn("solved", "merged")))
                .andNotExists(DSL.selectOne().from(PROMISE).where(PROMISE.CONVERSATION_ID.eq(CONVERSATION.ID)).and(PROMISE.STATE.in("open", "late")))
                .andNotExists(DSL.selectOne().from(PLANNED_ANSWER).where(PLANNED_ANSWER.CONVERSATION_ID.eq(CONVERSATION.ID)).and(PLANNED_ANSWER.STATE.eq("planned")));
    }

    SortedMap<YearMonth, Integer> months(Kept kept, Condition more) {
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        db.select(MONTH, DSL.count()).from(CONVERSATION).join(CASES).on(CASES.ID.eq(CONVERSATION.CASE_ID)).where(due(kept)).and(more).groupBy(MONTH)
                .forEach(row -> months.put(YearMonth.parse(row.value1()), row.value2()));
        return months;
    }

    List<First> first(Kept kept, Condition more, int limit) {
        return db.select(CONVERSATION.ID, CASES.NUMBER, CASES.SOLVED_AT).from(CONVERSATION).join(CASES).on(CASES.ID.eq(CONVERSATION.CASE_ID))
                .where(due(kept)).and(more).orderBy(CASES.SOLVED_AT, CONVERSATION.ID).limit(limit)
                .fetch(row -> new First(row.value1().toString(), row.value2().toString(), row.value3()));
    }

    /** Held; what somebody else has in hand is left for later, and so is what came to life until it was held. */
    List<UUID> hold(Kept kept, Condition more, int limit) {
        List<UUID> held = db.select(CONVERSATION.ID).from(CONVERSATION).join(CASES).on(CASES.ID.eq(CONVERSATION.CASE_ID))
                .where(due(kept)).and(more).orderBy(CASES.SOLVED_AT, CONVERSATION.ID).limit(limit).forUpdate().of(CONVERSATION).skipLocked().fetch(CONVERSATION.ID);
        return db.select(CONVERSATION.ID).from(CONVERSATION).join(CASES).on(CASES.ID.eq(CONVERSATION.CASE_ID))
                .where(CONVERSATION.ID.in(held)).and(due(kept)).and(more).fetch(CONVERSATION.ID);
    }
}
