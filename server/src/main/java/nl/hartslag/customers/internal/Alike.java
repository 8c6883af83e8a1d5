package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_ORDER;
import static nl.hartslag.customers.internal.db.Tables.IDENTITY;
import static nl.hartslag.customers.internal.db.Tables.NOT_SAME;
import static nl.hartslag.customers.internal.db.Tables.ORDER_LINE;
import static nl.hartslag.customers.internal.db.Tables.PROPOSED_ADDRESS;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.OnePerson.Suggestion;
import nl.hartslag.customers.OnePerson.Why;
import nl.hartslag.organisation.FieldValues;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may be the same person: found by an index each, and never merged by itself. */
@Component
class Alike {
    private static final int MOST = 5;
    private static final int MOST_OF_A_NAME = 20;
    private final DSLContext db;
    private final Seen seen;
    private final Together together;
    private final IdentityTable identities;
    private final Fields fields;
    private final Clock clock;

    Alike(DSLContext db, Seen seen, Together together, IdentityTable identities, Fields fields, Clock clock) {
        this.db = db;
        this.seen = seen;
        this.together = together;
        this.identities = identities;
        this.fields = fields;
        this.clock = clock;
    }

    List<Suggestion> of(Access access, Customer customer, List<UUID> cards) {
        Map<UUID, Found> found = new LinkedHashMap<>();
        addresses(customer, cards, found);
        proposed(cards, found);
        names(customer, cards, found);
        Set<UUID> refused = notSame(cards);
        Map<UUID, Suggestion> suggested = new LinkedHashMap<>();
        found.forEach((card, why) -> {
            List<UUID> theirs = together.of(card);
            if (suggested.size() >= MOST || theirs.stream().anyMatch(refused::contains) || cards.contains(theirs.getFirst())) return;
            seen.find(access, new CustomerId(card)).ifPresent(other -> suggested.putIfAbsent(other.id().value(),
                    new Suggestion(other.id(), other.name(), address(theirs), why.why(), why.what())));
        });
        return List.copyOf(suggested.values());
    }

    private record Found(Why why, @Nullable String what) {}

    private @Nullable String address(List<UUID> cards) {
        return identities.of(cards).stream().filter(one -> one.kind() != IdentityKind.BROWSER).map(Identity::value).findFirst().orElse(null);
    }

    private void addresses(Customer customer, List<UUID> cards, Map<UUID, Found> found) {
        var mine = IDENTITY.as("mine");
        db.select(IDENTITY.CUSTOMER_ID, IDENTITY.SHOWN)
                .from(mine)
                .join(IDENTITY).on(IDENTITY.BRAND_ID.eq(mine.BRAND_ID)).and(IDENTITY.KIND.eq(DSL.inline("email"))).and(plain(IDENTITY.VALUE).eq(plain(mine.VALUE)))
                .where(mine.CUSTOMER_ID.in(cards)).and(mine.KIND.eq(DSL.inline("email"))).and(mine.BRAND_ID.eq(customer.brand().value()))
                .and(IDENTITY.CUSTOMER_ID.notIn(cards))
                .limit(MOST_OF_A_NAME)
                .forEach(row -> found.putIfAbsent(row.value1(), new Found(Why.ALIKE_ADDRESS, row.value2())));
    }

    private static Field<String> plain(Field<String> address) {
        return DSL.field("customers.alike({0})", String.class, address);
    }

    /** Proposed for this one and another's, or the other way round. */
    private void proposed(List<UUID> cards, Map<UUID, Found> found) {
        var is = PROPOSED_ADDRESS.BRAND_ID.eq(IDENTITY.BRAND_ID).and(PROPOSED_ADDRESS.KIND.eq(IDENTITY.KIND)).and(PROPOSED_ADDRESS.VALUE.eq(IDENTITY.VALUE));
        db.select(IDENTITY.CUSTOMER_ID, IDENTITY.SHOWN).from(PROPOSED_ADDRESS).join(IDENTITY).on(is)
                .where(PROPOSED_ADDRESS.CUSTOMER_ID.in(cards)).and(IDENTITY.CUSTOMER_ID.notIn(cards)).limit(MOST)
                .forEach(row -> found.putIfAbsent(row.value1(), new Found(Why.PROPOSED_ADDRESS, row.value2())));
        db.select(PROPOSED_ADDRESS.CUSTOMER_ID, IDENTITY.SHOWN).from(IDENTITY).join(PROPOSED_ADDRESS).on(is)
                .where(IDENTITY.CUSTOMER_ID.in(cards)).and(PROPOSED_ADDRESS.CUSTOMER_ID.notIn(cards)).limit(MOST)
                .forEach(row -> found.putIfAbsent(row.value1(), new Found(Why.PROPOSED_ADDRESS, row.value2())));
    }

    /** A first name alone says nothing; nor does a name alone. */
    private void names(Customer customer, List<UUID> cards, Map<UUID, Found> found) {
        if (customer.name() == null || !customer.name().strip().contains(" ")) return;
        var others = db.select(CUSTOMER.ID, CUSTOMER.FIELD_VALUES).from(CUSTOMER)
                .where(CUSTOMER.BRAND_ID.eq(customer.brand().value()))
                .and(DSL.lower(CUSTOMER.NAME).eq(customer.name().toLowerCase(Locale.ROOT)))
                .and(CUSTOMER.ID.notIn(cards))
                .orderBy(CUSTOMER.ID.desc())
                .limit(MOST_OF_A_NAME)
                .fetch();
        if (others.isEmpty()) return;
        List<Fields.Field> told = fields.of(customer.brand(), Kind.CUSTOMER).stream().filter(one -> one.type() == Fields.Type.ONE_LINE).toList();
        FieldValues mine = told.isEmpty() ? FieldValues.NONE
                : FieldValues.read(db.select(CUSTOMER.FIELD_VALUES).from(CUSTOMER).where(CUSTOMER.ID.eq(customer.id().value())).fetchSingle().value1().data());
        others.forEach(row -> {
            FieldValues theirs = FieldValues.read(row.value2().data());
            told.stream().filter(one -> !mine.of(one.id()).isEmpty() && mine.of(one.id()).equals(theirs.of(one.id()))).findFirst()
                    .ifPresent(one -> found.putIfAbsent(row.value1(), new Found(Why.NAME_AND_FIELD, String.join(", ", mine.of(one.id())))));
        });
        var my = CUSTOMER_ORDER.as("my");
        var line = ORDER_LINE.as("my_line");
        db.selectDistinct(CUSTOMER_ORDER.CUSTOMER_ID, ORDER_LINE.NAME)
                .from(CUSTOMER_ORDER).join(ORDER_LINE).on(ORDER_LINE.ORDER_ID.eq(CUSTOMER_ORDER.ID))
                .where(CUSTOMER_ORDER.CUSTOMER_ID.in(others.getValues(CUSTOMER.ID)))
                .and(ORDER_LINE.SKU.in(DSL.select(line.SKU).from(my).join(line).on(line.ORDER_ID.eq(my.ID)).where(my.CUSTOMER_ID.in(cards))))
                .limit(MOST_OF_A_NAME)
                .forEach(row -> found.putIfAbsent(row.value1(), new Found(Why.NAME_AND_ORDER, row.value2())));
    }

    private Set<UUID> notSame(List<UUID> cards) {
        return db.select(NOT_SAME.ONE_ID, NOT_SAME.OTHER_ID).from(NOT_SAME).where(NOT_SAME.ONE_ID.in(cards)).or(NOT_SAME.OTHER_ID.in(cards))
                .fetch(row -> cards.contains(row.value1()) ? row.value2() : row.value1()).stream().collect(Collectors.toSet());
    }

    void notSame(Access access, BrandId brand, UUID one, UUID other) {
        boolean first = one.toString().compareTo(other.toString()) < 0;
        db.insertInto(NOT_SAME)
                .set(NOT_SAME.ONE_ID, first ? one : other)
                .set(NOT_SAME.OTHER_ID, first ? other : one)
                .set(NOT_SAME.BRAND_ID, brand.value())
                .set(NOT_SAME.AT, clock.instant())
                .set(NOT_SAME.BY_USER, access.user().value())
                .onConflictDoNothing()
                .execute();
    }

    /** Under whatever card it was said. */
    void perhaps(UUID one, UUID other) {
        List<UUID> mine = together.of(one);
        List<UUID> theirs = together.of(other);
        db.deleteFrom(NOT_SAME)
                .where(NOT_SAME.ONE_ID.in(mine).and(NOT_SAME.OTHER_ID.in(theirs)).or(NOT_SAME.ONE_ID.in(theirs).and(NOT_SAME.OTHER_ID.in(mine))))
                .execute();
    }
}
