package nl.hartslag.customers.internal;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.internal.db.tables.records.AccountRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import org.springframework.stereotype.Component;

/** Writes down who changed an account or its people, and tells the screens that show them; with ids only. */
@Component
class AccountNews {
    private final Audit audit;
    private final LiveStream live;

    AccountNews(Audit audit, LiveStream live) {
        this.audit = audit;
        this.live = live;
    }

    void recorded(Access access, AccountRecord account, String kind, Map<String, ?> detail) {
        BrandId brand = new BrandId(account.getBrandId());
        audit.record(access, kind, "customer-account", account.getId().toString(), Optional.of(brand), detail);
        live.publish(LiveEvent.ofBrand("customer-account.changed", brand, Optional.empty(), Permission.CUSTOMERS_VIEW, Map.of("account", account.getId())));
    }

    void about(Access access, AccountRecord account, UUID customer, String kind) {
        recorded(access, account, kind, Map.of("customer", customer.toString()));
        live.publish(LiveEvent.ofBrand("customer.changed", new BrandId(account.getBrandId()), Optional.empty(), Permission.CUSTOMERS_VIEW, Map.of("customer", customer)));
    }
}
