package nl.hartslag.feedback.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import nl.hartslag.feedback.FollowUpOutcome;
import nl.hartslag.feedback.FollowUps;
import nl.hartslag.feedback.FollowUps.Counts;
import nl.hartslag.feedback.FollowUps.Filter;
import nl.hartslag.feedback.FollowUps.FollowUp;
import nl.hartslag.feedback.FollowUps.Person;
import nl.hartslag.feedback.FollowUps.Shown;
import nl.hartslag.feedback.FollowUps.Whose;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.FollowUpId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dissatisfied customers as work. Every change names the version that was seen; 409 feedback/follow-up-changed. */
@RestController
@Tag(name = "Follow-ups")
class FollowUpController {
    private final FollowUps followUps;

    FollowUpController(FollowUps followUps) {
        this.followUps = followUps;
    }

    record Seen(int version) {}

    record HandOver(int version, @NotNull UserId to) {}

    record Close(int version, @NotNull FollowUpOutcome outcome, @Nullable @Size(max = 4_000) String note) {}

    @Operation(summary = "Follow-ups: open by deadline, done newest first. whose: mine, unowned, all; state: open, late, done; q: words, customer or case number")
    @Allowed(Permission.FOLLOW_UPS_VIEW)
    @GetMapping("/api/follow-ups")
    Page<FollowUp> list(
            Access access,
            @Parameter(description = "Yours, those without an owner, or all") @RequestParam(defaultValue = "mine") Whose whose,
            @Parameter(description = "`open`: still to be done, the late ones too; `late`; `done`") @RequestParam(defaultValue = "open") Shown state,
            @RequestParam(required = false) @Nullable BrandId brand,
            @RequestParam(required = false) @Size(max = 200) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") @Min(1) @Max(100) int limit) {
        return followUps.list(access, new Filter(whose, state, Optional.ofNullable(brand), Optional.ofNullable(q).filter(text -> !text.isBlank())), cursor, limit);
    }

    @Operation(summary = "How many are open: mine, late, without an owner, all")
    @Allowed(Permission.FOLLOW_UPS_VIEW)
    @GetMapping("/api/follow-ups/counts")
    Counts counts(Access access) {
        return followUps.counts(access);
    }

    @Operation(summary = "One follow-up; 404 follow-ups/not-found")
    @Allowed(Permission.FOLLOW_UPS_VIEW)
    @GetMapping("/api/follow-ups/{id}")
    FollowUp one(Access access, @PathVariable FollowUpId id) {
        return followUps.followUp(access, id);
    }

    @Operation(summary = "Colleagues to whom it can be given")
    @Allowed(Permission.FOLLOW_UPS_HANDLE)
    @GetMapping("/api/follow-ups/{id}/owners")
    List<Person> owners(Access access, @PathVariable FollowUpId id) {
        return followUps.owners(access, id);
    }

    @Operation(summary = "Take it over; 409 feedback/follow-up-changed when a colleague was first")
    @Allowed(Permission.FOLLOW_UPS_HANDLE)
    @PostMapping("/api/follow-ups/{id}/take")
    FollowUp take(Access access, @PathVariable FollowUpId id, @Valid @RequestBody Seen seen) {
        return followUps.take(access, id, seen.version());
    }

    @Operation(summary = "Give it to a colleague; 422 feedback/cannot-own when he may not handle it")
    @Allowed(Permission.FOLLOW_UPS_HANDLE)
    @PostMapping("/api/follow-ups/{id}/hand-over")
    FollowUp handOver(Access access, @PathVariable FollowUpId id, @Valid @RequestBody HandOver body) {
        return followUps.handOver(access, id, body.to(), body.version());
    }

    @Operation(summary = "Close it with an outcome; 409 feedback/follow-up-done when it is closed already")
    @Allowed(Permission.FOLLOW_UPS_HANDLE)
    @PostMapping("/api/follow-ups/{id}/close")
    FollowUp close(Access access, @PathVariable FollowUpId id, @Valid @RequestBody Close body) {
        return followUps.close(access, id, body.outcome(), body.note() == null ? "" : body.note(), body.version());
    }

    @Operation(summary = "Open it again")
    @Allowed(Permission.FOLLOW_UPS_HANDLE)
    @PostMapping("/api/follow-ups/{id}/reopen")
    FollowUp reopen(Access access, @PathVariable FollowUpId id, @Valid @RequestBody Seen seen) {
        return followUps.reopen(access, id, seen.version());
    }
}
