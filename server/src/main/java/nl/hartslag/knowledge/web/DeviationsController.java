package nl.hartslag.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.knowledge.Deviations;
import nl.hartslag.knowledge.Deviations.Counts;
import nl.hartslag.knowledge.Deviations.Deviation;
import nl.hartslag.knowledge.Deviations.Filter;
import nl.hartslag.knowledge.Deviations.Shown;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.DeviationId;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where guidelines were not kept to, and what that teaches. */
@RestController
@RequestMapping("/api/guideline-deviations")
@Tag(name = "Guidelines")
class DeviationsController {
    private final Deviations deviations;

    DeviationsController(Deviations deviations) {
        this.deviations = deviations;
    }

    @GetMapping
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "Where guidelines were not kept to and why, newest first", description = "It judges guidelines: it does not say who deviated.")
    Page<Deviation> list(
            Access access,
            @Parameter(description = "`WAITING`: nobody has looked at it yet") @RequestParam(defaultValue = "WAITING") Shown shown,
            @Parameter(description = "Only of the guidelines you own") @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam Optional<BrandId> brand,
            @Parameter(description = "Of one guideline, in all its versions") @RequestParam Optional<GuidelineId> guideline,
            @Parameter(description = "Key of one step") @RequestParam(required = false) @Nullable String step,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return deviations.list(access, new Filter(shown, mine, brand, guideline, step, from, to, search), cursor, limit);
    }

    @GetMapping("/counts")
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "How many deviations from your guidelines nobody has looked at yet")
    Counts counts(Access access) {
        return deviations.counts(access);
    }

    @PutMapping("/{id}/learned")
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "Looked at, with what was learned", description = "409 `guidelines/deviation-handled` when a colleague was first.")
    Deviation handle(Access access, @PathVariable DeviationId id, @Valid @RequestBody Learning learning) {
        return deviations.handle(access, id, learning.learned(), learning.number());
    }

    /** @param number the version of the guideline that came of it */
    @Schema(name = "LearningFromDeviation")
    record Learning(@NotBlank @Size(max = 1_000) String learned, @Nullable Integer number) {}
}
