package nl.hartslag.contacts.internal;

import static nl.hartslag.people.shown.Tables.SHOWN_USER;
import static nl.hartslag.people.shown.Tables.SHOWN_USER_PERMISSION;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.customers.AccountManagers;
import nl.hartslag.customers.CustomerAccounts.Manager;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Our own people who may see the customers of a brand can look after its accounts. */
@Component
class AccountManagersHere implements AccountManagers {
    private final DSLContext db;

    AccountManagersHere(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Manager> of(BrandId brand) {
        return db.selectDistinct(SHOWN_USER.ID, SHOWN_USER.NAME)
                .from(SHOWN_USER_PERMISSION)
                .join(SHOWN_USER).on(SHOWN_USER.ID.eq(SHOWN_USER_PERMISSION.USER_ID))
                .where(SHOWN_USER_PERMISSION.PERMISSION.eq(Permission.CUSTOMERS_VIEW.key()))
                .and(SHOWN_USER_PERMISSION.BRAND_ID.isNull().or(SHOWN_USER_PERMISSION.BRAND_ID.eq(brand.value())))
                .and(SHOWN_USER_PERMISSION.PARTNER_ID.isNull())
                .orderBy(SHOWN_USER.NAME, SHOWN_USER.ID)
                .fetch(row -> new Manager(new UserId(row.value1()), row.value2()));
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> users) {
        if (users.isEmpty()) return Map.of();
        return db.select(SHOWN_USER.ID, SHOWN_USER.NAME).from(SHOWN_USER).where(SHOWN_USER.ID.in(users)).fetchMap(SHOWN_USER.ID, SHOWN_USER.NAME);
    }
}
