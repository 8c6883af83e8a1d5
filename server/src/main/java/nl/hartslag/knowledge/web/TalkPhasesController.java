package nl.hartslag.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import nl.hartslag.knowledge.TalkPhases;
import nl.hartslag.knowledge.TalkPhases.Phases;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The phases of a talk, per brand. */
@RestController
@RequestMapping("/api/talk-phases")
@Tag(name = "Guidelines")
class TalkPhasesController {
    private final TalkPhases phases;

    TalkPhasesController(TalkPhases phases) {
        this.phases = phases;
    }

    @GetMapping
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "The phases of a talk of a brand, and over which channels they are shown", description = "The usual five, shown nowhere, for a brand that wrote none.")
    Phases phases(Access access, @RequestParam BrandId brand) {
        return phases.phases(access, brand);
    }

    @PutMapping
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "Replace the phases of a brand", description = "409 `guidelines/phases-changed` when somebody changed them after `version`.")
    Phases change(Access access, @RequestParam BrandId brand, @Valid @RequestBody Wanted wanted) {
        return phases.change(access, brand, wanted.toPhases());
    }

    @Schema(name = "TalkPhasesFilledIn")
    record Wanted(@Nullable List<String> channels, @Nullable List<Phase> phases, int version) {
        Phases toPhases() {
            return new Phases(GuidelineWords.all(channels), GuidelineWords.all(phases).stream().map(Phase::phase).toList(), version);
        }
    }

    /** @param key of a phase that was there before */
    @Schema(name = "TalkPhaseFilledIn")
    record Phase(@Nullable String key, @Nullable String nameNl, @Nullable String nameEn, @Nullable List<Hint> hints) {
        TalkPhases.Phase phase() {
            return new TalkPhases.Phase(GuidelineWords.text(key), GuidelineWords.text(nameNl), GuidelineWords.text(nameEn),
                    GuidelineWords.all(hints).stream().map(one -> new TalkPhases.Hint(GuidelineWords.text(one.nl()), GuidelineWords.text(one.en()))).toList());
        }
    }

    @Schema(name = "TalkHintFilledIn")
    record Hint(@Nullable String nl, @Nullable String en) {}
}
