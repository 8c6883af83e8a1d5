package nl.hartslag.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when a department answers, and where that time comes from.
 *
 * @param usualDueAt by when it would answer as it usually does
 * @param agreed     {@code usual}; {@code later}, as was asked; {@code sooner}, asked and accepted; {@code more}, asked by the department and
 *                   granted; {@code kept}, of the department that passed it on
 * @param wantedAt   another time that is asked for and not decided; until then what was agreed counts
 * @param wantedBy   {@code asker} or {@code department}
 * @param returnedAt since when it waits for an answer of who asked; the time of the department stands still
 */
public record ConsultAgreement(
        Instant usualDueAt,
        String agreed,
        @Nullable Instant wantedAt,
        @Nullable String wantedBy,
        @Nullable String wantedWhy,
        @Nullable Instant returnedAt) {}
