package nl.hartslag.knowledge.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.GuidelineContent.Stage;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;

/** A guideline as somebody writes it: whatever is left out is empty. */
@Schema(name = "GuidelineFilledIn")
record GuidelineWords(
        @Nullable String titleNl,
        @Nullable String titleEn,
        @Nullable String purposeNl,
        @Nullable String purposeEn,
        @Nullable String ruleNl,
        @Nullable String ruleEn,
        @Nullable String expectNl,
        @Nullable String expectEn,
        @Nullable List<ReasonId> reasons,
        @Nullable List<Stage> stages,
        @Nullable List<String> channels,
        @Nullable List<Step> steps) {

    GuidelineContent content() {
        return new GuidelineContent(text(titleNl), text(titleEn), text(purposeNl), text(purposeEn), text(ruleNl), text(ruleEn), text(expectNl), text(expectEn),
                all(reasons), all(stages), all(channels), all(steps).stream().map(Step::step).toList());
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static <T> List<T> all(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    /** @param key of a step that was there before */
    @Schema(name = "GuidelineStepFilledIn")
    record Step(
            @Nullable String key, @Nullable String whatNl, @Nullable String whatEn, @Nullable String backNl, @Nullable String backEn,
            @Nullable String sayNl, @Nullable String sayEn) {
        GuidelineContent.Step step() {
            return new GuidelineContent.Step(text(key), text(whatNl), text(whatEn), text(backNl), text(backEn), text(sayNl), text(sayEn));
        }
    }
}
