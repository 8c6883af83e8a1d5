package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ADDRESS_CHANGE;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What people said about whose an address is, as the page of the customer tells it. One that was added stands there itself. */
@Component
class AddressChanges {
    private static final Map<String, String> TOLD = Map.of(
            "customer.address-moved", "moved_here",
            "customer.address-lost", "moved_away",
            "customer.address-removed", "removed",
            "customer.address-proposed", "proposed",
            "customer.address-dismissed", "dismissed");
    private final DSLContext db;
    private final Clock clock;

    AddressChanges(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param kind as the audit log calls it */
    void write(Access access, String kind, Customer customer, IdentityKind what, Map<String, String> with) {
        String change = TOLD.get(kind);
        if (change == null) return;
        db.insertInto(ADDRESS_CHANGE)
                .set(ADDRESS_CHANGE.ID, Uuid7.next())
                .set(ADDRESS_CHANGE.CUSTOMER_ID, customer.id().value())
                .set(ADDRESS_CHANGE.BRAND_ID, customer.brand().value())
                .set(ADDRESS_CHANGE.CHANGE, change)
                .set(ADDRESS_CHANGE.KIND, IdentityTable.key(what))
                .set(ADDRESS_CHANGE.OTHER_ID, with.values().stream().findFirst().map(UUID::fromString).orElse(null))
                .set(ADDRESS_CHANGE.AT, clock.instant())
                .set(ADDRESS_CHANGE.BY_USER, access.user().value())
                .set(ADDRESS_CHANGE.BY_NAME, access.name())
                .execute();
    }
}
