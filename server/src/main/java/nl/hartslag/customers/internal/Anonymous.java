package nl.hartslag.customers.internal;

import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;

import java.util.UUID;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.shared.BrandId;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Brands whose customers are known by their history only: no address is shown, and none leads to them. */
@Component
class Anonymous {
    /** By which a customer became known first, where it may be shown. */
    static final Field<String> ADDRESS = DSL.when(not(SHOWN_CUSTOMER.BRAND_ID), SHOWN_CUSTOMER.ADDRESS);
    private final Organisation organisation;

    Anonymous(Organisation organisation) {
        this.organisation = organisation;
    }

    boolean is(BrandId brand) {
        return organisation.brand(brand).anonymous();
    }

    static Condition not(Field<UUID> brand) {
        return brand.notIn(DSL.select(SHOWN_BRAND.ID).from(SHOWN_BRAND).where(SHOWN_BRAND.ANONYMOUS));
    }
}
