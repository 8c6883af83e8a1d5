package nl.hartslag.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Guidelines as those write them who look after them. Everything needs {@code guidelines.write} for the brand; what may not be seen is
 * {@code guidelines/not-found}. Whoever changes something that a colleague changed meanwhile is refused with {@code guidelines/changed}.
 */
public interface Guidelines {
    /** Newest change first, with what became of them in the last ninety days. */
    Page<Row> list(Access access, Filter filter, @Nullable String cursor, int limit);

    Guideline guideline(Access access, GuidelineId guideline);

    /** A draft of which the writer is the owner. */
    GuidelineId create(Access access, BrandId brand, GuidelineContent content);

    /** What held goes on holding until it is published. */
    Guideline saveDraft(Access access, GuidelineId guideline, GuidelineContent content, int version);

    /** Throws the draft away; what holds stays. Refused with {@code guidelines/nothing-holds} when there would be nothing left. */
    Guideline discardDraft(Access access, GuidelineId guideline, int version);

    /**
     * From now on the draft holds, as a version of its own. Refused with {@code request/invalid} where it is not complete in both
     * languages, and with {@code guidelines/no-draft} when there is nothing to publish.
     *
     * @param note what changed and why; may be empty for the first version
     */
    Guideline publish(Access access, GuidelineId guideline, String note, int version);

    /** An archived guideline fits nothing any more; conversations that went by it keep it. Harmless when repeated. */
    Guideline archive(Access access, GuidelineId guideline, boolean archived);

    /** From now on deviations are this person's to learn from. */
    Guideline takeOver(Access access, GuidelineId guideline);

    /** Everything that ever held, newest first. */
    Page<Version> versions(Access access, GuidelineId guideline, @Nullable String cursor, int limit);

    @Schema(name = "GuidelinesShown")
    enum Shown {
        /** All but the archived ones. */
        ALL,
        PUBLISHED,
        /** Something is written that does not hold yet. */
        DRAFT,
        ARCHIVED
    }

    /** @param mine only those this person owns */
    record Filter(Shown shown, boolean mine, Optional<BrandId> brand, @Nullable String search) {}

    /** @param published number of the version that holds; 0 while none was published */
    @Schema(name = "GuidelineRow")
    record Row(
            GuidelineId id, BrandId brand, String titleNl, String titleEn, UserId owner, String ownerName, int published, boolean draft,
            boolean archived, Instant changedAt, Figures figures) {}

    /** @param content the draft, or without one what holds; @param holds what holds, absent while nothing was published */
    record Guideline(
            GuidelineId id, BrandId brand, UserId owner, String ownerName, GuidelineContent content, @Nullable GuidelineContent holds,
            int published, boolean draft, boolean archived, int version, Figures figures) {}

    /**
     * Contacts of the last ninety days.
     *
     * @param shown    beside which it stood while somebody had them in hand
     * @param opened   in which it was opened
     * @param followed in which it was marked as followed, without a step that was deviated from
     * @param deviated in which it was deviated from, as a whole or in a step
     * @param misfit   in which somebody said that it does not fit
     */
    @Schema(name = "GuidelineFigures")
    record Figures(int shown, int opened, int followed, int deviated, int misfit) {
        public static final Figures NONE = new Figures(0, 0, 0, 0, 0);
    }

    @Schema(name = "GuidelineVersion")
    record Version(int number, GuidelineContent content, String note, Instant publishedAt, String publishedBy) {}
}
