package nl.hartslag.customers;

import java.time.Instant;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;

/** Somebody found out that an address of one customer is another's, so that both are one person; published in the writer's transaction. */
public record AddressMoved(BrandId brand, CustomerId from, CustomerId to, Instant occurredAt) {}
