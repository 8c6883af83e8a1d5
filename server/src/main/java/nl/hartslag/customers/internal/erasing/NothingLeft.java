package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;

import nl.hartslag.customers.Forgetting;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** There is little to take, so it is done at once and in one go. Nobody asked for it, so there is no receipt. */
@Component
class NothingLeft implements Forgetting {
    private final DSLContext db;
    private final Erasing erasing;

    NothingLeft(DSLContext db, Erasing erasing) {
        this.db = db;
        this.erasing = erasing;
    }

    @Override
    @Transactional
    public boolean forget(BrandId brand, CustomerId customer) {
        boolean held = db.select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.ID.eq(customer.value())).and(CUSTOMER.BRAND_ID.eq(brand.value()))
                .forUpdate().skipLocked().fetchOptional().isPresent();
        if (!held) return false;
        Traces person = erasing.traces(Traces.of(brand, customer, false));
        if (erasing.inTurn().stream().anyMatch(module -> !module.held(person).isEmpty())) return false;
        boolean found = true;
        while (found) found = round(person);
        return true;
    }

    private boolean round(Traces person) {
        boolean found = false;
        for (PersonalData module : erasing.inTurn()) found |= !module.erase(person).isEmpty();
        return found;
    }
}
