package nl.hartslag.organisation;

import java.time.Instant;
import nl.hartslag.shared.BrandId;

/** A brand chose what is done with times of single people. What is not to be recorded any more goes, also what was. */
public record TimesPerPersonChanged(BrandId brand, TimesPerPerson choice, Instant occurredAt) {}
