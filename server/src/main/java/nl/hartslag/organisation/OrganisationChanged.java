package nl.hartslag.organisation;

import java.time.Instant;

/** Something about brands, sites, calendars or reasons changed, in the publisher's transaction. */
public record OrganisationChanged(Instant occurredAt) {}
