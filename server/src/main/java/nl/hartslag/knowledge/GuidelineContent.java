package nl.hartslag.knowledge;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import nl.hartslag.shared.ReasonId;

/**
 * What a guideline says and when it fits. Texts that are not there are empty. An empty list of reasons, stages or channels fits all; a
 * reason covers the reasons under it.
 *
 * @param ruleNl   background and rules that hold
 * @param expectNl what the customer may be told to expect: which process follows, what will happen when
 * @param channels their keys
 */
public record GuidelineContent(
        String titleNl,
        String titleEn,
        String purposeNl,
        String purposeEn,
        String ruleNl,
        String ruleEn,
        String expectNl,
        String expectEn,
        List<ReasonId> reasons,
        List<Stage> stages,
        List<String> channels,
        List<Step> steps) {

    public GuidelineContent {
        reasons = List.copyOf(reasons);
        stages = List.copyOf(stages);
        channels = List.copyOf(channels);
        steps = List.copyOf(steps);
    }

    /** How the case of a contact stands; a guideline may fit only some. */
    @Schema(name = "GuidelineStage")
    public enum Stage {
        OPEN,
        WAITING_FOR_DEPARTMENT,
        WAITING_FOR_CUSTOMER,
        SOLVED
    }

    /**
     * @param key    stays with the step through all versions; empty for a new one
     * @param backNl background, may be empty
     * @param sayNl  words for the customer, may be empty
     */
    @Schema(name = "GuidelineStep")
    public record Step(String key, String whatNl, String whatEn, String backNl, String backEn, String sayNl, String sayEn) {}
}
