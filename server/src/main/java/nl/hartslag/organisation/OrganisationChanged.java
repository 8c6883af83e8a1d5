package nl.hartslag.organisation;

import java.time.Instant;
import java.util.Optional;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.UserId;

/**
 * Something about brands, sites, calendars or reasons changed, in the publisher's transaction.
 *
 * @param kind    as in the audit log, such as {@code calendar.changed}
 * @param subject the id of what changed
 * @param brand   empty when it holds for all
 */
public record OrganisationChanged(String kind, String subject, Optional<BrandId> brand, UserId by, String byName, Instant occurredAt) {}
