package nl.hartslag.customers;

import java.time.Instant;
import java.util.List;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;

/** These are one person from now on, or are no longer; published in the writer's transaction. Nothing of theirs was moved. */
public record CustomersJoined(BrandId brand, List<CustomerId> cards, Instant occurredAt) {
    public CustomersJoined {
        cards = List.copyOf(cards);
    }
}
