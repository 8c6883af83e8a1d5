package nl.hartslag.contacts.internal.erasing;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.customers.shown.Tables.SHOWN_IDLE_CUSTOMER;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.hartslag.customers.Forgetting;
import nl.hartslag.platform.privacy.Perishable;
import nl.hartslag.shared.CustomerId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Customers of whom nothing is left: whatever was said went by the rules before, no account, and for so long no contact and no order.
 * They go as at their own request.
 */
@Component
class CustomersPerish implements Perishable {
    private static final Field<Instant> LATEST_CONTACT = DSL.field(DSL.select(DSL.max(CONTACT.ENDED_AT)).from(CONTACT).where(CONTACT.CUSTOMER_ID.eq(SHOWN_IDLE_CUSTOMER.ID)));
    private static final Field<Instant> LAST = DSL.greatest(SHOWN_IDLE_CUSTOMER.KNOWN_AT, LATEST_CONTACT);
    private static final Field<String> MONTH = DSL.field("to_char({0} at time zone 'UTC', 'YYYY-MM')", String.class, LAST);
    private final DSLContext db;
    private final Forgetting forgetting;

    CustomersPerish(DSLContext db, Forgetting forgetting) {
        this.db = db;
        this.forgetting = forgetting;
    }

    @Override
    public String kind() {
        return "customers";
    }

    /** A customer is of no channel, so his rule is of the brand. */
    private static Condition idle(Kept kept) {
        Instant before = kept.closedBefore();
        return SHOWN_IDLE_CUSTOMER.BRAND_ID.eq(kept.brand().value()).and(SHOWN_IDLE_CUSTOMER.CREATED_AT.lt(before)).and(SHOWN_IDLE_CUSTOMER.KNOWN_AT.lt(before))
                .andNotExists(DSL.selectOne().from(CONVERSATION).where(CONVERSATION.CUSTOMER_ID.eq(SHOWN_IDLE_CUSTOMER.ID)).and(CONVERSATION.ERASED_AT.isNull()))
                .andNotExists(DSL.selectOne().from(CONTACT).where(CONTACT.CUSTOMER_ID.eq(SHOWN_IDLE_CUSTOMER.ID)).and(CONTACT.STATE.ne("ended").or(CONTACT.ENDED_AT.ge(before))))
                .andNotExists(DSL.selectOne().from(CASES).where(CASES.FOR_CUSTOMER_ID.eq(SHOWN_IDLE_CUSTOMER.ID)).and(CASES.STATE.notIn("solved", "merged").or(CASES.SOLVED_AT.ge(before))));
    }

    @Override
    public SortedMap<YearMonth, Integer> due(Kept kept) {
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        db.select(MONTH, DSL.count()).from(SHOWN_IDLE_CUSTOMER).where(idle(kept)).groupBy(DSL.one()).forEach(row -> months.put(YearMonth.parse(row.value1()), row.value2()));
        return months;
    }

    @Override
    public List<First> first(Kept kept, int limit) {
        return db.select(SHOWN_IDLE_CUSTOMER.ID, LAST).from(SHOWN_IDLE_CUSTOMER).where(idle(kept)).orderBy(SHOWN_IDLE_CUSTOMER.CREATED_AT, SHOWN_IDLE_CUSTOMER.ID).limit(limit)
                .fetch(row -> new First(row.value1().toString(), "", row.value2()));
    }

    @Override
    public int take(Kept kept, int limit) {
        List<UUID> some = db.select(SHOWN_IDLE_CUSTOMER.ID).from(SHOWN_IDLE_CUSTOMER).where(idle(kept)).orderBy(SHOWN_IDLE_CUSTOMER.CREATED_AT, SHOWN_IDLE_CUSTOMER.ID).limit(limit)
                .fetch(SHOWN_IDLE_CUSTOMER.ID);
        return (int) some.stream().filter(one -> forgetting.forget(kept.brand(), new CustomerId(one))).count();
    }
}
