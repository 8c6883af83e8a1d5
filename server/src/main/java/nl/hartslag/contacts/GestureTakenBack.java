package nl.hartslag.contacts;

import java.time.Instant;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GestureId;

/** What was given is not done after all; published in the writer's transaction. */
public record GestureTakenBack(GestureId gesture, BrandId brand, Instant occurredAt) {}
