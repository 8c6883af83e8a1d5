package nl.hartslag.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import nl.hartslag.organisation.FieldValues;
import nl.hartslag.organisation.Fields.About;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.organisation.Fields.Filled;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.shared.OrderId;

/** What a brand keeps of its customers and their orders beside the rest. Changed with {@code customers.change}, by who sees the customer. */
public interface CustomerFields {
    /** Of a customer and his orders, those that {@link Customers#orders} names; that he was opened is recorded. */
    OfCustomer of(Access access, CustomerId customer);

    /** Refused as {@link nl.hartslag.organisation.Fields#changed}. */
    void change(Access access, CustomerId customer, FieldId field, Change change);

    void change(Access access, OrderId order, FieldId field, Change change);

    /** By which his fields are chosen: as a private person, or by the account that he is of. */
    About about(CustomerId customer);

    static About about(Customers.Order order) {
        return About.type(order.status().toUpperCase(Locale.ROOT));
    }

    FieldValues values(CustomerId customer);

    FieldValues values(OrderId order);

    /** @param mayChange whether this person may fill in what is not archived */
    @Schema(name = "FieldsOfCustomer")
    record OfCustomer(List<Filled> fields, List<OfOrder> orders, boolean mayChange) {}

    @Schema(name = "FieldsOfOrder")
    record OfOrder(OrderId order, List<Filled> fields) {}
}
