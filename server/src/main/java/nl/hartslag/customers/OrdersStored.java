package nl.hartslag.customers;

import java.time.Instant;
import java.util.List;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;

/** Orders came in, new ones and later versions of known ones; published in the writer's transaction. */
public record OrdersStored(BrandId brand, List<Stored> orders, Instant occurredAt) {
    public OrdersStored {
        orders = List.copyOf(orders);
    }

    public record Stored(CustomerId customer, String number, Instant orderedAt, String status, long totalMinor, String currency) {}
}
