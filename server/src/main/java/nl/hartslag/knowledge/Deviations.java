package nl.hartslag.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.knowledge.GuidelineUse.Kind;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DeviationId;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Where a guideline was not kept to, and why: what its owner learns from. Needs {@code guidelines.write}. It says nothing of who did it,
 * and cannot be asked by person: a deviation judges the guideline.
 */
public interface Deviations {
    Page<Deviation> list(Access access, Filter filter, @Nullable String cursor, int limit);

    /** How many of one's own guidelines wait to be looked at. */
    Counts counts(Access access);

    /**
     * Looked at, with what was learned. Refused with {@code guidelines/deviation-handled} when a colleague was first.
     *
     * @param number the version that came of it
     */
    Deviation handle(Access access, DeviationId deviation, String learned, @Nullable Integer number);

    @Schema(name = "DeviationsShown")
    enum Shown {
        WAITING,
        HANDLED,
        ALL
    }

    /** @param mine of the guidelines this person owns; @param search in the why, what was learned and the title */
    record Filter(
            Shown shown, boolean mine, Optional<BrandId> brand, Optional<GuidelineId> guideline, @Nullable String step, @Nullable Instant from,
            @Nullable Instant to, @Nullable String search) {}

    @Schema(name = "DeviationCounts")
    record Counts(int waiting) {}

    /** @param number the version it was about; @param stepNl absent when it is about the whole */
    @Schema(name = "GuidelineDeviation")
    record Deviation(
            DeviationId id, GuidelineId guideline, BrandId brand, int number, String titleNl, String titleEn, @Nullable String step,
            @Nullable String stepNl, @Nullable String stepEn, Kind kind, @Nullable String why, Instant at, ContactId contact,
            ConversationId conversation, @Nullable Learned learned) {}

    /** @param number the version that came of it */
    @Schema(name = "LearnedFromDeviation")
    record Learned(Instant at, String by, String words, @Nullable Integer number) {}
}
