package nl.hartslag.contacts;

import java.time.Instant;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.GestureId;

/** Something was given to a customer, at this moment; published in the writer's transaction. */
public record GestureGiven(GestureId gesture, GestureChoiceId choice, BrandId brand, CustomerId customer, Instant occurredAt) {}
