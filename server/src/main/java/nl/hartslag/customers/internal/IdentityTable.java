package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.IDENTITY;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.internal.db.tables.records.IdentityRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Addresses and whose they are. The unique key (brand, kind, value) decides when two are first at once. */
@Component
class IdentityTable {
    private final DSLContext db;

    IdentityTable(DSLContext db) {
        this.db = db;
    }

    static String key(IdentityKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    Optional<UUID> customerOf(BrandId brand, Address address) {
        return db.select(IDENTITY.CUSTOMER_ID)
                .from(IDENTITY)
                .where(is(brand, address))
                .fetchOptional(IDENTITY.CUSTOMER_ID);
    }

    Map<String, UUID> customersOf(BrandId brand, IdentityKind kind, Collection<String> values) {
        Map<String, UUID> found = new HashMap<>();
        db.select(IDENTITY.VALUE, IDENTITY.CUSTOMER_ID)
                .from(IDENTITY)
                .where(IDENTITY.BRAND_ID.eq(brand.value()))
                .and(IDENTITY.KIND.eq(key(kind)))
                .and(IDENTITY.VALUE.eq(org.jooq.impl.DSL.any(values.toArray(String[]::new))))
                .forEach(row -> found.put(row.value1(), row.value2()));
        return found;
    }

    /** @return false when the address already is somebody's */
    boolean insert(BrandId brand, UUID customer, Address address, @Nullable Instant provenAt, Instant now) {
        return db.insertInto(IDENTITY)
                        .set(IDENTITY.ID, Uuid7.next())
                        .set(IDENTITY.CUSTOMER_ID, customer)
                        .set(IDENTITY.BRAND_ID, brand.value())
                        .set(IDENTITY.KIND, key(address.kind()))
                        .set(IDENTITY.VALUE, address.value())
                        .set(IDENTITY.SHOWN, address.shown())
                        .set(IDENTITY.PROVEN_AT, provenAt)
                        .set(IDENTITY.CREATED_AT, now)
                        .onConflict(IDENTITY.BRAND_ID, IDENTITY.KIND, IDENTITY.VALUE)
                        .doNothing()
                        .execute()
                == 1;
    }

    void prove(BrandId brand, Address address, Instant now) {
        db.update(IDENTITY)
                .set(IDENTITY.PROVEN_AT, now)
                .where(is(brand, address))
                .and(IDENTITY.PROVEN_AT.isNull())
                .execute();
    }

    List<Identity> of(UUID customer) {
        return of(List.of(customer));
    }

    List<Identity> of(Collection<UUID> cards) {
        return db.selectFrom(IDENTITY)
                .where(IDENTITY.CUSTOMER_ID.in(cards))
                .orderBy(IDENTITY.CREATED_AT, IDENTITY.ID)
                .fetch(IdentityTable::view);
    }

    private static Identity view(IdentityRecord row) {
        return new Identity(
                row.getId(), IdentityKind.valueOf(row.getKind().toUpperCase(Locale.ROOT)), row.getShown(), row.getProvenAt() != null, false);
    }

    Optional<Identity> find(BrandId brand, Address address) {
        return db.selectFrom(IDENTITY).where(is(brand, address)).fetchOptional(IdentityTable::view);
    }

    /** @return whether it still was that customer's */
    boolean move(BrandId brand, Address address, UUID from, UUID to) {
        return db.update(IDENTITY)
                        .set(IDENTITY.CUSTOMER_ID, to)
                        .where(is(brand, address))
                        .and(IDENTITY.CUSTOMER_ID.eq(from))
                        .execute()
                == 1;
    }

    /** All of a person, held until the transaction ends, so that of two who take one away each one stays. */
    List<Identity> held(Collection<UUID> cards) {
        db.select(IDENTITY.ID).from(IDENTITY).where(IDENTITY.CUSTOMER_ID.in(cards)).orderBy(IDENTITY.ID).forUpdate().fetch();
        return of(cards);
    }

    void delete(UUID identity) {
        db.deleteFrom(IDENTITY).where(IDENTITY.ID.eq(identity)).execute();
    }

    private static Condition is(BrandId brand, Address address) {
        return IDENTITY.BRAND_ID.eq(brand.value()).and(IDENTITY.KIND.eq(key(address.kind()))).and(IDENTITY.VALUE.eq(address.value()));
    }
}
