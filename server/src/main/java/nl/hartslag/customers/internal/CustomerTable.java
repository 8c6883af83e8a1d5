package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.IDENTITY;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.internal.db.tables.records.CustomerRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CustomerTable {
    private static final Set<String> LANGUAGES = Set.of("nl", "en");
    private static final int LONGEST_NAME = 200;
    private final DSLContext db;
    private final Clock clock;

    CustomerTable(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    static Customer customer(CustomerRecord row) {
        return new Customer(
                new CustomerId(row.getId()),
                new BrandId(row.getBrandId()),
                row.getKind(),
                row.getName(),
                row.getLanguage(),
                row.getCountry(),
                row.getSurveysDeclinedAt() != null,
                row.getCreatedAt(),
                row.getGroupId() == null ? null : new CustomerGroupId(row.getGroupId()));
    }

    /** What a sender calls himself; without control characters, and not longer than a name can be. */
    static @Nullable String name(@Nullable String raw) {
        if (raw == null) return null;
        String name = raw.replaceAll("\\p{Cntrl}+", " ").strip();
        if (name.isEmpty()) return null;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** The languages we speak; another one is left open, so that the brand's own is used. */
    static @Nullable String language(@Nullable String raw) {
        return raw != null && LANGUAGES.contains(raw) ? raw : null;
    }

    Optional<Customer> find(UUID id) {
        return db.selectFrom(CUSTOMER).where(CUSTOMER.ID.eq(id)).fetchOptional(CustomerTable::customer);
    }

    /** What is known of the person: what stands on the head of his cards. */
    Optional<Customer> page(UUID id) {
        var card = CUSTOMER.as("card");
        return db.select(CUSTOMER.fields()).from(card).join(CUSTOMER).on(CUSTOMER.ID.eq(DSL.coalesce(card.HEAD_ID, card.ID))).where(card.ID.eq(id))
                .fetchOptional(row -> customer(row.into(CUSTOMER)));
    }

    /** Held so that he is not erased by rule until the transaction ends. */
    boolean stays(UUID id) {
        return db.select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.ID.eq(id)).forKeyShare().fetchOptional().isPresent();
    }

    /** The customer whose address this is, who stays until the transaction ends. */
    Optional<Customer> behind(BrandId brand, Address address) {
        return db.select(CUSTOMER.fields())
                .from(IDENTITY)
                .join(CUSTOMER).on(CUSTOMER.ID.eq(IDENTITY.CUSTOMER_ID))
                .where(IDENTITY.BRAND_ID.eq(brand.value()))
                .and(IDENTITY.KIND.eq(IdentityTable.key(address.kind())))
                .and(IDENTITY.VALUE.eq(address.value()))
                .forKeyShare().of(CUSTOMER)
                .fetchOptional(row -> customer(row.into(CUSTOMER)));
    }

    UUID insert(BrandId brand, @Nullable String name, @Nullable String language, @Nullable String country) {
        UUID id = Uuid7.next();
        db.insertInto(CUSTOMER)
                .set(CUSTOMER.ID, id)
                .set(CUSTOMER.BRAND_ID, brand.value())
                .set(CUSTOMER.NAME, name(name))
                .set(CUSTOMER.LANGUAGE, language(language))
                .set(CUSTOMER.COUNTRY, country)
                .set(CUSTOMER.CREATED_AT, clock.instant())
                .execute();
        return id;
    }

    void delete(UUID id) {
        db.deleteFrom(CUSTOMER).where(CUSTOMER.ID.eq(id)).execute();
    }

    /** Fills in what was not known; what is known stays. */
    void complete(UUID id, @Nullable String name, @Nullable String language) {
        String given = name(name);
        String spoken = language(language);
        if (given == null && spoken == null) return;
        db.update(CUSTOMER)
                .set(CUSTOMER.NAME, DSL.coalesce(CUSTOMER.NAME, DSL.val(given)))
                .set(CUSTOMER.LANGUAGE, DSL.coalesce(CUSTOMER.LANGUAGE, DSL.val(spoken)))
                .where(CUSTOMER.ID.eq(id))
                .and(CUSTOMER.NAME.isNull().or(CUSTOMER.LANGUAGE.isNull()))
                .execute();
    }

    void change(UUID id, @Nullable String name, @Nullable String language, @Nullable String country) {
        db.update(CUSTOMER)
                .set(CUSTOMER.NAME, name)
                .set(CUSTOMER.LANGUAGE, language)
                .set(CUSTOMER.COUNTRY, country)
                .where(CUSTOMER.ID.eq(id))
                .execute();
    }

    /** @return whether anything changed */
    boolean declineSurveys(UUID id, boolean declined) {
        Instant now = clock.instant();
        return db.update(CUSTOMER)
                        .set(CUSTOMER.SURVEYS_DECLINED_AT, declined ? now : null)
                        .where(CUSTOMER.ID.eq(id))
                        .and(declined ? CUSTOMER.SURVEYS_DECLINED_AT.isNull() : CUSTOMER.SURVEYS_DECLINED_AT.isNotNull())
                        .execute()
                == 1;
    }
}
