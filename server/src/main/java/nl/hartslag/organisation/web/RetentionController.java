package nl.hartslag.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import nl.hartslag.organisation.Retention;
import nl.hartslag.organisation.Retention.Kind;
import nl.hartslag.organisation.Retention.Preview;
import nl.hartslag.organisation.Retention.Rules;
import nl.hartslag.organisation.Retention.Run;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.RetentionRuleId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How long what is kept. */
@RestController
@Tag(name = "Retention")
class RetentionController {
    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    @GetMapping("/api/retention")
    @Allowed(Permission.RETENTION_CONFIGURE)
    @Operation(summary = "The rules of one's brands, and whether the work is paused")
    Rules rules(Access access) {
        return retention.rules(access);
    }

    @PostMapping("/api/retention/rules")
    @Allowed(Permission.RETENTION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set how long something of a brand, or of one of its channels, is kept after the case is closed",
            description = "409 `retention/exists` when there is a rule for the same; 409 `retention/short` when it is shorter than six months and not confirmed.")
    Added add(Access access, @Valid @RequestBody NewRule rule) {
        return new Added(retention.add(access, rule.draft()));
    }

    @PutMapping("/api/retention/rules/{id}")
    @Allowed(Permission.RETENTION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep it longer or shorter", description = "409 `retention/changed` when somebody changed it after `version`.")
    void change(Access access, @PathVariable RetentionRuleId id, @Valid @RequestBody Months months) {
        retention.change(access, id, months.months(), months.confirmed(), months.version());
    }

    @DeleteMapping("/api/retention/rules/{id}")
    @Allowed(Permission.RETENTION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keep it for as long as there is no other rule")
    void remove(Access access, @PathVariable RetentionRuleId id) {
        retention.remove(access, id);
    }

    @PostMapping("/api/retention/preview")
    @Allowed(Permission.RETENTION_CONFIGURE)
    @Operation(summary = "What such a rule would take now: by month, and the first twenty")
    Preview preview(Access access, @Valid @RequestBody NewRule rule) {
        return retention.preview(access, rule.draft());
    }

    @PutMapping("/api/retention/pause")
    @Allowed(Permission.RETENTION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Pause all of it, or let it go on; needs the right for all brands")
    void pause(Access access, @Valid @RequestBody Pause pause) {
        retention.pause(access, pause.paused());
    }

    @GetMapping("/api/retention/runs")
    @Allowed(Permission.RETENTION_CONFIGURE)
    @Operation(summary = "What was taken by which rule on which day, newest first")
    Page<Run> runs(Access access, @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit) {
        return retention.runs(access, cursor, limit);
    }

    @Schema(name = "NewRetentionRule")
    record NewRule(@NotNull BrandId brand, @Nullable String channel, @NotNull Kind kind, @Min(1) @Max(240) int months, boolean confirmed) {
        Retention.Draft draft() {
            return new Retention.Draft(brand, Optional.ofNullable(channel), kind, months, confirmed);
        }
    }

    @Schema(name = "RetentionMonths")
    record Months(@Min(1) @Max(240) int months, boolean confirmed, int version) {}

    @Schema(name = "RetentionPause")
    record Pause(boolean paused) {}

    @Schema(name = "RetentionRuleAdded")
    record Added(RetentionRuleId id) {}
}
