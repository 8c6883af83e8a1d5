package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.audit.SubjectNames;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Customers by name for the audit log, or by address where the brand is not anonymous, and accounts; for whoever may see them. */
@Component
class CustomerNames implements SubjectNames {
    private static final Field<String> NAME = DSL.coalesce(SHOWN_CUSTOMER.NAME, DSL.when(DSL.not(SHOWN_BRAND.ANONYMOUS), SHOWN_CUSTOMER.ADDRESS));
    private final DSLContext db;
    private final Seen seen;
    private final AccountSight sight;

    CustomerNames(DSLContext db, Seen seen, AccountSight sight) {
        this.db = db;
        this.seen = seen;
        this.sight = sight;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of("customer", this::customers, "customer-account", this::accounts);
    }

    private Map<UUID, String> customers(Access reader, Collection<UUID> ids) {
        return db.select(SHOWN_CUSTOMER.ID, NAME)
                .from(SHOWN_CUSTOMER)
                .join(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(SHOWN_CUSTOMER.BRAND_ID))
                .where(SHOWN_CUSTOMER.ID.in(ids))
                .and(NAME.isNotNull())
                .and(seen.condition(reader.within(Permission.CUSTOMERS_VIEW), SHOWN_CUSTOMER.BRAND_ID, SHOWN_CUSTOMER.ID))
                .fetchMap(SHOWN_CUSTOMER.ID, NAME);
    }

    private Map<UUID, String> accounts(Access reader, Collection<UUID> ids) {
        return db.select(ACCOUNT.ID, ACCOUNT.NAME).from(ACCOUNT).where(ACCOUNT.ID.in(ids)).and(sight.condition(reader.within(Permission.CUSTOMERS_VIEW)))
                .fetchMap(ACCOUNT.ID, ACCOUNT.NAME);
    }
}
