package nl.hartslag.knowledge.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import nl.hartslag.knowledge.Guidelines;
import nl.hartslag.knowledge.Guidelines.Filter;
import nl.hartslag.knowledge.Guidelines.Guideline;
import nl.hartslag.knowledge.Guidelines.Row;
import nl.hartslag.knowledge.Guidelines.Shown;
import nl.hartslag.knowledge.Guidelines.Version;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GuidelineId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How we usually help with something: drafts, what holds, and what held before. */
@RestController
@RequestMapping("/api/guidelines")
@Tag(name = "Guidelines")
class GuidelinesController {
    private static final String CHANGED = "409 `guidelines/changed` when somebody changed it after `version`.";
    private final Guidelines guidelines;

    GuidelinesController(Guidelines guidelines) {
        this.guidelines = guidelines;
    }

    @GetMapping
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "Guidelines, newest change first, with what became of each in the last ninety days")
    Page<Row> list(
            Access access,
            @Parameter(description = "`DRAFT`: something is written that does not hold yet; `ALL`: all but the archived ones") @RequestParam(defaultValue = "ALL") Shown shown,
            @Parameter(description = "Only those you own") @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam Optional<BrandId> brand,
            @RequestParam(required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return guidelines.list(access, new Filter(shown, mine, brand, search), cursor, limit);
    }

    @PostMapping
    @Allowed(Permission.GUIDELINES_WRITE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a guideline, as a draft that is yours")
    Made create(Access access, @RequestParam BrandId brand, @Valid @RequestBody GuidelineWords words) {
        return new Made(guidelines.create(access, brand, words.content()));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "One guideline: what is being written, and what holds")
    Guideline one(Access access, @PathVariable GuidelineId id) {
        return guidelines.guideline(access, id);
    }

    @PutMapping("/{id}/draft")
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "Write on; what holds goes on holding until this is published", description = CHANGED)
    Guideline draft(Access access, @PathVariable GuidelineId id, @Valid @RequestBody Drafting drafting) {
        return guidelines.saveDraft(access, id, drafting.words().content(), drafting.version());
    }

    @PostMapping("/{id}/discarding")
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "Throw the draft away; what holds stays", description = CHANGED + " 409 `guidelines/nothing-holds` when it was never published.")
    Guideline discard(Access access, @PathVariable GuidelineId id, @Valid @RequestBody Discarding discarding) {
        return guidelines.discardDraft(access, id, discarding.version());
    }

    @PostMapping("/{id}/publication")
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "From now on the draft holds, as a version of its own",
            description = CHANGED + " 409 `guidelines/no-draft`. 422 with the fields that are not complete in both languages; `note` is needed from the second version on.")
    Guideline publish(Access access, @PathVariable GuidelineId id, @Valid @RequestBody Publication publication) {
        return guidelines.publish(access, id, publication.note() == null ? "" : publication.note(), publication.version());
    }

    @PutMapping("/{id}/archived")
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "Do not use it any more, or use it again", description = "Conversations that went by it keep it.")
    Guideline archive(Access access, @PathVariable GuidelineId id, @Valid @RequestBody Archiving archiving) {
        return guidelines.archive(access, id, archiving.archived());
    }

    @PostMapping("/{id}/owner")
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "Become its owner: deviations are yours to learn from")
    Guideline takeOver(Access access, @PathVariable GuidelineId id) {
        return guidelines.takeOver(access, id);
    }

    @GetMapping("/{id}/versions")
    @Allowed(Permission.GUIDELINES_WRITE)
    @Operation(summary = "Everything that ever held, newest first")
    Page<Version> versions(
            Access access,
            @PathVariable GuidelineId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return guidelines.versions(access, id, cursor, limit);
    }

    @Schema(name = "GuidelineMade")
    record Made(GuidelineId id) {}

    /** @param version as it was read */
    @Schema(name = "GuidelineDrafting")
    record Drafting(int version, @Valid @NotNull GuidelineWords words) {}

    /** @param version as it was read */
    @Schema(name = "GuidelineDiscarding")
    record Discarding(int version) {}

    /** @param note what changed and why */
    @Schema(name = "GuidelinePublication")
    record Publication(int version, @Nullable String note) {}

    @Schema(name = "GuidelineArchiving")
    record Archiving(@NotNull Boolean archived) {}
}
