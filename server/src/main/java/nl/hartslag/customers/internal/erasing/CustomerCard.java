package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_END_CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_MEMBER;
import static nl.hartslag.customers.internal.db.Tables.ADDRESS_CHANGE;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_ORDER;
import static nl.hartslag.customers.internal.db.Tables.IDENTITY;
import static nl.hartslag.customers.internal.db.Tables.MERGE;
import static nl.hartslag.customers.internal.db.Tables.NOT_SAME;
import static nl.hartslag.customers.internal.db.Tables.ORDER_IMPORT_REFUSED;
import static nl.hartslag.customers.internal.db.Tables.PROPOSED_ADDRESS;
import static nl.hartslag.customers.internal.db.Tables.STORY;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import nl.hartslag.platform.privacy.Words;
import nl.hartslag.platform.security.Permission;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The card, the addresses, what matters to him, his place in accounts, his orders, and rows of order files that were refused. */
@Component
@Order(10)
class CustomerCard implements PersonalData {
    /** The tax law of the Netherlands (AWR article 52): the administration is kept for seven years. */
    private static final int LAW_KEEPS_YEARS = 7;
    private final DSLContext db;
    private final LiveStream live;
    private final Clock clock;

    CustomerCard(DSLContext db, LiveStream live, Clock clock) {
        this.db = db;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public Traces trace(Traces known) {
        UUID id = known.customer().value();
        List<String> addresses = new ArrayList<>();
        db.select(IDENTITY.VALUE, IDENTITY.SHOWN).from(IDENTITY).where(IDENTITY.CUSTOMER_ID.eq(id))
                .forEach(row -> addresses.addAll(List.of(row.value1(), row.value2())));
        List<String> names = new ArrayList<>();
        db.select(CUSTOMER.NAME, CUSTOMER.EXTERNAL_KEY).from(CUSTOMER).where(CUSTOMER.ID.eq(id)).forEach(row -> {
            Optional.ofNullable(row.value1()).ifPresent(names::add);
            Optional.ofNullable(row.value2()).ifPresent(addresses::add);
        });
        return known.withPerson(addresses, names);
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        UUID id = person.customer().value();
        return new Counts()
                .add("customer-card", db.fetchCount(CUSTOMER, CUSTOMER.ID.eq(id)))
                .add("addresses", db.fetchCount(IDENTITY, IDENTITY.CUSTOMER_ID.eq(id)) + db.fetchCount(PROPOSED_ADDRESS, proposed(person)))
                .add("stories", db.fetchCount(STORY, STORY.CUSTOMER_ID.eq(id)))
                .add("accounts", db.fetchCount(ACCOUNT_MEMBER, ACCOUNT_MEMBER.CUSTOMER_ID.eq(id)) + db.fetchCount(ACCOUNT_END_CUSTOMER, ACCOUNT_END_CUSTOMER.CUSTOMER_ID.eq(id)))
                .add("orders", db.fetchCount(CUSTOMER_ORDER, CUSTOMER_ORDER.CUSTOMER_ID.eq(id).and(goes(person))))
                .add("refused-rows", db.fetchCount(ORDER_IMPORT_REFUSED, Words.in(ORDER_IMPORT_REFUSED.ROW_TEXT, person.addresses())))
                .all();
    }

    /** Orders of which number, amounts and days stay. */
    int keptOrders(Traces person) {
        return db.fetchCount(CUSTOMER_ORDER, CUSTOMER_ORDER.CUSTOMER_ID.eq(person.customer().value()).andNot(goes(person)));
    }

    private Condition goes(Traces person) {
        Instant lawUntil = clock.instant().atZone(ZoneOffset.UTC).minusYears(LAW_KEEPS_YEARS).toInstant();
        return person.ordersToo() ? DSL.trueCondition() : CUSTOMER_ORDER.ORDERED_AT.lt(lawUntil);
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        UUID id = person.customer().value();
        Counts counts = new Counts()
                .add("orders", db.deleteFrom(CUSTOMER_ORDER).where(CUSTOMER_ORDER.CUSTOMER_ID.eq(id)).and(goes(person)).execute())
                .add("refused-rows", emptied(person));
        db.update(CUSTOMER_ORDER).set(CUSTOMER_ORDER.CUSTOMER_ID, none(CUSTOMER_ORDER.CUSTOMER_ID)).setNull(CUSTOMER_ORDER.TRACKING_CODE)
                .set(CUSTOMER_ORDER.FIELD_VALUES, JSONB.valueOf("{}"))
                .where(CUSTOMER_ORDER.CUSTOMER_ID.eq(id)).execute();
        counts.add("stories", db.deleteFrom(STORY).where(STORY.CUSTOMER_ID.eq(id)).execute());
        counts.add("accounts", db.deleteFrom(ACCOUNT_MEMBER).where(ACCOUNT_MEMBER.CUSTOMER_ID.eq(id)).execute()
                + db.deleteFrom(ACCOUNT_END_CUSTOMER).where(ACCOUNT_END_CUSTOMER.CUSTOMER_ID.eq(id)).execute());
        db.deleteFrom(ADDRESS_CHANGE).where(ADDRESS_CHANGE.CUSTOMER_ID.eq(id)).execute();
        db.update(ADDRESS_CHANGE).setNull(ADDRESS_CHANGE.OTHER_ID).where(ADDRESS_CHANGE.OTHER_ID.eq(id)).execute();
        counts.add("addresses", db.deleteFrom(IDENTITY).where(IDENTITY.CUSTOMER_ID.eq(id)).execute() + db.deleteFrom(PROPOSED_ADDRESS).where(proposed(person)).execute());
        parted(id);
        int cards = db.deleteFrom(CUSTOMER).where(CUSTOMER.ID.eq(id)).execute();
        if (cards > 0) live.publish(LiveEvent.ofBrand("customer.changed", person.brand(), Optional.empty(), Permission.CUSTOMERS_VIEW, Map.of("customer", id)));
        return counts.add("customer-card", cards).all();
    }

    /** Whoever was merged with him goes on without him: his own are erased beside him, each with a receipt. */
    private void parted(UUID id) {
        var below = CUSTOMER.as("below");
        db.deleteFrom(MERGE).where(MERGE.FROM_ID.eq(id).or(MERGE.INTO_ID.eq(id))).execute();
        db.deleteFrom(NOT_SAME).where(NOT_SAME.ONE_ID.eq(id).or(NOT_SAME.OTHER_ID.eq(id))).execute();
        // in a chain the next one is the head, for those below it too
        List<UUID> next = db.select(below.ID).from(below).where(below.MERGED_INTO.eq(id)).fetch(below.ID);
        for (UUID head : next) {
            UUID above = db.select(CUSTOMER.MERGED_INTO).from(CUSTOMER).where(CUSTOMER.ID.eq(id)).fetchOne(CUSTOMER.MERGED_INTO);
            if (above != null) {
                db.update(CUSTOMER).set(CUSTOMER.MERGED_INTO, above).where(CUSTOMER.ID.eq(head)).execute();
                continue;
            }
            db.update(CUSTOMER).setNull(CUSTOMER.MERGED_INTO).setNull(CUSTOMER.HEAD_ID).where(CUSTOMER.ID.eq(head)).execute();
            List<UUID> own = List.of(head);
            while (!own.isEmpty()) {
                own = db.select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.MERGED_INTO.in(own)).fetch(CUSTOMER.ID);
                db.update(CUSTOMER).set(CUSTOMER.HEAD_ID, head).where(CUSTOMER.ID.in(own)).execute();
            }
        }
    }

    /** For him, and his own for others. */
    private static Condition proposed(Traces person) {
        return PROPOSED_ADDRESS.CUSTOMER_ID.eq(person.customer().value())
                .or(PROPOSED_ADDRESS.BRAND_ID.eq(person.brand().value()).and(PROPOSED_ADDRESS.VALUE.in(person.addresses())));
    }

    private int emptied(Traces person) {
        return db.update(ORDER_IMPORT_REFUSED).set(ORDER_IMPORT_REFUSED.ROW_TEXT, "")
                .where(Words.in(ORDER_IMPORT_REFUSED.ROW_TEXT, person.addresses())).execute();
    }

    private static <T> Field<T> none(Field<T> field) {
        return DSL.val(null, field);
    }
}
