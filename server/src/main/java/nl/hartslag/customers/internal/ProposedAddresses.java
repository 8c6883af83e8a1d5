package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.PROPOSED_ADDRESS;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.internal.db.tables.records.ProposedAddressRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Addresses of which people of a partner say that they are a customer's. Nobody is recognised by one before our own people confirm it. */
@Component
class ProposedAddresses {
    private final DSLContext db;
    private final Clock clock;

    ProposedAddresses(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return whether it was not proposed for him yet */
    boolean add(Access access, Customer customer, Address address) {
        return db.insertInto(PROPOSED_ADDRESS)
                .set(PROPOSED_ADDRESS.ID, Uuid7.next())
                .set(PROPOSED_ADDRESS.CUSTOMER_ID, customer.id().value())
                .set(PROPOSED_ADDRESS.BRAND_ID, customer.brand().value())
                .set(PROPOSED_ADDRESS.KIND, IdentityTable.key(address.kind()))
                .set(PROPOSED_ADDRESS.VALUE, address.value())
                .set(PROPOSED_ADDRESS.SHOWN, address.shown())
                .set(PROPOSED_ADDRESS.PROPOSED_BY, access.user().value())
                .set(PROPOSED_ADDRESS.PROPOSED_AT, clock.instant())
                .onConflictDoNothing()
                .execute() > 0;
    }

    List<Identity> of(CustomerId customer) {
        return db.selectFrom(PROPOSED_ADDRESS).where(PROPOSED_ADDRESS.CUSTOMER_ID.eq(customer.value()))
                .orderBy(PROPOSED_ADDRESS.PROPOSED_AT, PROPOSED_ADDRESS.ID).fetch(ProposedAddresses::view);
    }

    Optional<Identity> find(CustomerId customer, Address address) {
        return db.selectFrom(PROPOSED_ADDRESS).where(is(customer, address)).fetchOptional(ProposedAddresses::view);
    }

    /** Somebody of ours said that it is his. */
    void confirmed(CustomerId customer, Address address) {
        db.deleteFrom(PROPOSED_ADDRESS).where(is(customer, address)).execute();
    }

    Optional<IdentityKind> remove(CustomerId customer, UUID id) {
        return db.deleteFrom(PROPOSED_ADDRESS).where(PROPOSED_ADDRESS.ID.eq(id)).and(PROPOSED_ADDRESS.CUSTOMER_ID.eq(customer.value()))
                .returning(PROPOSED_ADDRESS.KIND).fetchOptional(row -> kind(row.getKind()));
    }

    private static Condition is(CustomerId customer, Address address) {
        return PROPOSED_ADDRESS.CUSTOMER_ID.eq(customer.value()).and(PROPOSED_ADDRESS.KIND.eq(IdentityTable.key(address.kind()))).and(PROPOSED_ADDRESS.VALUE.eq(address.value()));
    }

    private static Identity view(ProposedAddressRecord row) {
        return new Identity(row.getId(), kind(row.getKind()), row.getShown(), false, true);
    }

    private static IdentityKind kind(String stored) {
        return IdentityKind.valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
