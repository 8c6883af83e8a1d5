package nl.hartslag.channels.internal.erasing;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;
import static nl.hartslag.channels.internal.db.Tables.PLACEMENT;
import static nl.hartslag.contacts.shown.Tables.SHOWN_LATEST_CONTACT;
import static nl.hartslag.contacts.shown.Tables.SHOWN_OPEN_CONVERSATION;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.platform.privacy.Perishable;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What came in as it came in, of which the row stays, empty; and mail as it left. Of a case that is not solved it stays, however old. By the channel where it was put. */
@Component
class RawPerishes implements Perishable {
    private static final Field<String> MONTH = DSL.field("to_char({0} at time zone 'UTC', 'YYYY-MM')", String.class, ENVELOPE.SETTLED_AT);
    private final DSLContext db;
    private final Emptying emptying;
    private final LeftLongAgo left;

    RawPerishes(DSLContext db, Emptying emptying, LeftLongAgo left) {
        this.db = db;
        this.emptying = emptying;
        this.left = left;
    }

    @Override
    public String kind() {
        return "raw";
    }

    /** What was refused was put in no channel, so it falls under the rule of the brand. */
    private static Condition old(Kept kept) {
        Condition channel = kept.channel().map(one -> ENVELOPE.ID.in(placed(SHOWN_LATEST_CONTACT.CHANNEL.eq(one))))
                .orElseGet(() -> kept.otherwise().isEmpty() ? DSL.noCondition() : ENVELOPE.ID.notIn(placed(SHOWN_LATEST_CONTACT.CHANNEL.in(kept.otherwise()))));
        return ENVELOPE.SETTLED_AT.lt(kept.closedBefore()).and(ENVELOPE.BLOB_HASH.ne(DSL.inline(""))).and(channel)
                .and(DSL.condition("{0} = any ({1})", DSL.val(kept.brand().value()), ENVELOPE.BRAND_IDS))
                .and(ENVELOPE.ID.notIn(placed(SHOWN_LATEST_CONTACT.ENDED_AT.isNull().or(SHOWN_LATEST_CONTACT.ENDED_AT.ge(kept.closedBefore())))))
                .andNotExists(DSL.selectOne().from(PLACEMENT).join(SHOWN_OPEN_CONVERSATION).on(SHOWN_OPEN_CONVERSATION.CONVERSATION_ID.eq(PLACEMENT.CONVERSATION_ID))
                        .where(PLACEMENT.ENVELOPE_ID.eq(ENVELOPE.ID)));
    }

    private static Select<Record1<UUID>> placed(Condition where) {
        return DSL.select(PLACEMENT.ENVELOPE_ID).from(PLACEMENT).join(SHOWN_LATEST_CONTACT).on(SHOWN_LATEST_CONTACT.CONVERSATION_ID.eq(PLACEMENT.CONVERSATION_ID))
                .where(where).and(PLACEMENT.ENVELOPE_ID.eq(ENVELOPE.ID));
    }

    @Override
    public SortedMap<YearMonth, Integer> due(Kept kept) {
        SortedMap<YearMonth, Integer> months = new TreeMap<>(left.due(kept));
        db.select(MONTH, DSL.count()).from(ENVELOPE).where(old(kept)).groupBy(MONTH).forEach(row -> months.merge(YearMonth.parse(row.value1()), row.value2(), Integer::sum));
        return months;
    }

    /** Only those that stand in a conversation can be opened there. */
    @Override
    public List<First> first(Kept kept, int limit) {
        List<First> came = db.select(PLACEMENT.CONVERSATION_ID, SHOWN_LATEST_CONTACT.CASE_NUMBER, ENVELOPE.SETTLED_AT)
                .from(ENVELOPE).join(PLACEMENT).on(PLACEMENT.ENVELOPE_ID.eq(ENVELOPE.ID))
                .join(SHOWN_LATEST_CONTACT).on(SHOWN_LATEST_CONTACT.CONVERSATION_ID.eq(PLACEMENT.CONVERSATION_ID))
                .where(old(kept)).orderBy(ENVELOPE.SETTLED_AT, ENVELOPE.ID).limit(limit)
                .fetch(row -> new First(row.value1().toString(), row.value2().toString(), row.value3()));
        return Stream.concat(came.stream(), left.first(kept, limit).stream()).sorted(Comparator.comparing(First::at)).limit(limit).toList();
    }

    @Override
    public int take(Kept kept, int limit) {
        int came = emptying.empty(db.select(ENVELOPE.ID, ENVELOPE.BLOB_HASH).from(ENVELOPE).where(old(kept)).orderBy(ENVELOPE.SETTLED_AT, ENVELOPE.ID).limit(limit).forUpdate().skipLocked().fetch(), kept.brand());
        return came < limit ? came + left.take(kept, limit - came) : came;
    }
}
