package nl.hartslag.contacts.internal;

import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;

import org.jooq.Field;
import org.jooq.impl.DSL;

/** How a customer is called in lists: by name, or else by address, which is never shown of an anonymous brand. */
public final class CustomerShown {
    /** Of a query that joins both views. */
    public static final Field<String> NAME = DSL.coalesce(SHOWN_CUSTOMER.NAME, DSL.when(DSL.not(SHOWN_BRAND.ANONYMOUS), SHOWN_CUSTOMER.ADDRESS));

    private CustomerShown() {}
}
