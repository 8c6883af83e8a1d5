package nl.hartslag.people;

import java.time.Instant;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What someone may do has changed: his account, his roles, his company, or what one of his roles may do.
 *
 * @param user whose; null when it may be anyone's
 */
public record RightsChanged(@Nullable UserId user, Instant occurredAt) {}
