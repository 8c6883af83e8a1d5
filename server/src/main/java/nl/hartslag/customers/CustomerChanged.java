package nl.hartslag.customers;

import java.time.Instant;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/** Someone changed what we know about a customer; published in the writer's transaction, with what holds now. */
public record CustomerChanged(
        CustomerId customer,
        BrandId brand,
        @Nullable String name,
        @Nullable String language,
        @Nullable String country,
        boolean surveysDeclined,
        Instant occurredAt) {}
