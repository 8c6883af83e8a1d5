package nl.hartslag.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import nl.hartslag.knowledge.GuidelineContent.Stage;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Guidelines beside a conversation. Nothing here is required of anybody, and nothing waits for it. Whoever asks has made sure that the
 * person may see the contact, or work on it, and says what it is about.
 */
public interface GuidelineUse {
    /** What fits, nearest first, and what was opened here before. @param noted somebody has it in hand: what is shown is counted */
    List<Fitting> fitting(Situation contact, boolean noted);

    /** Any guideline of the brand that holds, by title, at most twenty. */
    List<Fitting> search(Situation contact, String words);

    /** One guideline as this contact goes by it: the version that was opened first, also when a newer one holds since. */
    Opened read(Situation contact, GuidelineId guideline);

    /** Notes that it was opened; harmless when repeated. */
    Opened open(Situation contact, GuidelineId guideline);

    /**
     * Notes what was made of a step, or of the whole. The same again is harmless, another word replaces it. Refused with
     * {@code guidelines/learned} where its owner has learned from it already.
     *
     * @param person who says so; shown to nobody beside it
     */
    Opened mark(Situation contact, GuidelineId guideline, NewMark mark, UserId person);

    /** Takes the words from what was marked beside this conversation; the marks stay for the figures. */
    void forget(ConversationId conversation);

    /** @param stage absent where the case has none that a guideline can ask for */
    record Situation(
            ContactId contact, ConversationId conversation, BrandId brand, Optional<PartnerId> partner, String channel,
            @Nullable ReasonId reason, @Nullable Stage stage) {}

    @Schema(name = "FittingGuideline")
    record Fitting(
            GuidelineId id, int number, String titleNl, String titleEn, String purposeNl, String purposeEn, boolean fits, boolean opened,
            @Nullable Kind whole) {}

    /** @param newer the number that holds now, when it is another one */
    @Schema(name = "OpenedGuideline")
    record Opened(GuidelineId id, int number, @Nullable Integer newer, GuidelineContent content, List<Mark> marks) {}

    @Schema(name = "GuidelineMarkKind")
    enum Kind {
        /** Of a step. */
        DONE,
        /** Of a step. */
        SKIPPED,
        /** Of a step or the whole; why is needed. */
        DEVIATED,
        /** Of the whole. */
        FOLLOWED,
        /** Of the whole. */
        DOES_NOT_FIT
    }

    /** @param step absent for the whole; @param learned its owner has learned from it */
    @Schema(name = "GuidelineMark")
    record Mark(@Nullable String step, Kind kind, @Nullable String why, boolean learned) {}

    /** @param kind absent to take back what was said; @param why at most 300 characters */
    record NewMark(@Nullable String step, @Nullable Kind kind, @Nullable String why) {}
}
