package nl.hartslag.customers;

import java.time.Instant;
import java.util.Optional;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.UserId;

/**
 * A customer came in another group, or in none; published in the writer's transaction.
 *
 * @param groupName in Dutch, as it stands in the record of what changed; empty without a group
 */
public record CustomerGrouped(
        CustomerId customer, BrandId brand, Optional<CustomerGroupId> group, String groupName, UserId by, String byName, Instant occurredAt) {}
