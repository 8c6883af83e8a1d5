package nl.hartslag.feedback.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.AskingSettings;
import nl.hartslag.feedback.AskingSettings.Settings;
import nl.hartslag.feedback.FollowUpRule;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How a brand asks and follows up; every change is recorded in the audit log. */
@RestController
@Tag(name = "Asking")
class AskingSettingsController {
    private final AskingSettings settings;

    AskingSettingsController(AskingSettings settings) {
        this.settings = settings;
    }

    @Schema(name = "AskingRuleChange")
    record Rule(
            @Nullable QueueId queue,
            @Min(1) @Max(1_000) int oneIn,
            @Min(0) @Max(43_200) int delayMinutes,
            @Min(0) @Max(730) int quarantineDays,
            @Nullable @Min(1) @Max(100_000) Integer atMostPerDay) {}

    record Reasons(@NotNull Set<ReasonId> reasons) {}

    record Deadline(@Min(1) @Max(30) int workingDays, @Min(1) @Max(240) int remindHours) {}

    @Operation(summary = "Rules of a brand for asking and following up")
    @Allowed(Permission.FEEDBACK_CONFIGURE)
    @GetMapping("/api/feedback/settings/{brand}")
    Settings of(Access access, @PathVariable BrandId brand) {
        return settings.of(access, brand);
    }

    @Operation(summary = "Set the rule of the brand, or of one queue")
    @Allowed(Permission.FEEDBACK_CONFIGURE)
    @PutMapping("/api/feedback/settings/{brand}/rule")
    Settings set(Access access, @PathVariable BrandId brand, @Valid @RequestBody Rule rule) {
        settings.set(access, new AskingRule(
                brand,
                Optional.ofNullable(rule.queue()),
                rule.oneIn(),
                rule.delayMinutes(),
                rule.quarantineDays(),
                Optional.ofNullable(rule.atMostPerDay())));
        return settings.of(access, brand);
    }

    @Operation(summary = "Remove the rule of a queue, or of the brand when no queue is named")
    @Allowed(Permission.FEEDBACK_CONFIGURE)
    @DeleteMapping("/api/feedback/settings/{brand}/rule")
    Settings remove(Access access, @PathVariable BrandId brand, @Parameter(description = "The queue whose own rule goes; without, that of the brand")
                    @RequestParam(required = false) @Nullable QueueId queue) {
        settings.remove(access, brand, Optional.ofNullable(queue));
        return settings.of(access, brand);
    }

    @Operation(summary = "Set the delicate reasons: customers who came for these are not asked")
    @Allowed(Permission.FEEDBACK_CONFIGURE)
    @PutMapping("/api/feedback/settings/{brand}/excluded-reasons")
    Settings exclude(Access access, @PathVariable BrandId brand, @Valid @RequestBody Reasons body) {
        settings.exclude(access, brand, body.reasons());
        return settings.of(access, brand);
    }

    @Operation(summary = "Set how soon a dissatisfied customer is followed up")
    @Allowed(Permission.FEEDBACK_CONFIGURE)
    @PutMapping("/api/feedback/settings/{brand}/follow-up")
    Settings followUp(Access access, @PathVariable BrandId brand, @Valid @RequestBody Deadline body) {
        settings.set(access, brand, new FollowUpRule(body.workingDays(), body.remindHours()));
        return settings.of(access, brand);
    }
}
