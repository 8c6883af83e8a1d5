package nl.hartslag.feedback.internal.erasing;

import static nl.hartslag.contacts.shown.Tables.SHOWN_LATEST_CONTACT;
import static nl.hartslag.contacts.shown.Tables.SHOWN_OPEN_CONVERSATION;
import static nl.hartslag.feedback.internal.db.Tables.COMPLIMENT;
import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.hartslag.platform.privacy.Perishable;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The words with an answer, and what was noted of following it up; the score stays. Counted from the answer, which comes after the case. */
@Component
class WordsPerish implements Perishable {
    private static final Field<String> MONTH = DSL.field("to_char({0} at time zone 'UTC', 'YYYY-MM')", String.class, RESPONSE.ANSWERED_AT);
    private final DSLContext db;

    WordsPerish(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return "answer-words";
    }

    /** A follow-up that is open needs the words, and so does a case that was opened again. */
    private static Condition old(Kept kept) {
        Condition channel = kept.channel().map(RESPONSE.CHANNEL::eq).orElseGet(() -> RESPONSE.CHANNEL.notIn(kept.otherwise()));
        return RESPONSE.BRAND_ID.eq(kept.brand().value()).and(channel).and(RESPONSE.WHY.isNotNull()).and(RESPONSE.ANSWERED_AT.lt(kept.closedBefore()))
                .andNotExists(DSL.selectOne().from(FOLLOW_UP).where(FOLLOW_UP.RESPONSE_ID.eq(RESPONSE.ID)).and(FOLLOW_UP.STATE.ne("done")))
                .andNotExists(DSL.selectOne().from(SHOWN_OPEN_CONVERSATION).where(SHOWN_OPEN_CONVERSATION.CONVERSATION_ID.eq(RESPONSE.CONVERSATION_ID)));
    }

    @Override
    public SortedMap<YearMonth, Integer> due(Kept kept) {
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        db.select(MONTH, DSL.count()).from(RESPONSE).where(old(kept)).groupBy(MONTH).forEach(row -> months.put(YearMonth.parse(row.value1()), row.value2()));
        return months;
    }

    @Override
    public List<First> first(Kept kept, int limit) {
        return db.select(RESPONSE.CONVERSATION_ID, SHOWN_LATEST_CONTACT.CASE_NUMBER, RESPONSE.ANSWERED_AT)
                .from(RESPONSE).join(SHOWN_LATEST_CONTACT).on(SHOWN_LATEST_CONTACT.CONVERSATION_ID.eq(RESPONSE.CONVERSATION_ID))
                .where(old(kept)).orderBy(RESPONSE.ANSWERED_AT, RESPONSE.ID).limit(limit)
                .fetch(row -> new First(row.value1().toString(), row.value2().toString(), row.value3()));
    }

    @Override
    public int take(Kept kept, int limit) {
        List<UUID> some = db.select(RESPONSE.ID).from(RESPONSE).where(old(kept)).orderBy(RESPONSE.ANSWERED_AT, RESPONSE.ID).limit(limit).forUpdate().skipLocked().fetch(RESPONSE.ID);
        db.deleteFrom(COMPLIMENT).where(COMPLIMENT.RESPONSE_ID.in(some)).execute();
        db.update(FOLLOW_UP).setNull(FOLLOW_UP.NOTE).where(FOLLOW_UP.RESPONSE_ID.in(some)).execute();
        db.update(RESPONSE).setNull(RESPONSE.WHY).where(RESPONSE.ID.in(some)).execute();
        return some.size();
    }
}
