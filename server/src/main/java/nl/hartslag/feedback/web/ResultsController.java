package nl.hartslag.feedback.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.hartslag.feedback.ResponseView;
import nl.hartslag.feedback.Results;
import nl.hartslag.feedback.Results.Colleague;
import nl.hartslag.feedback.Results.PersonalScore;
import nl.hartslag.feedback.Results.PersonalScoreRule;
import nl.hartslag.feedback.Results.Viewing;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What customers said about one person's work. */
@RestController
@Tag(name = "Results")
class ResultsController {
    private final Results results;

    ResultsController(Results results) {
        this.results = results;
    }

    @Schema(name = "PersonalScoresRule")
    record Rule(
            @NotBlank @Size(max = 500) String purpose,
            @NotBlank @Size(max = 500) String agreedWith,
            @NotNull LocalDate agreedOn,
            @Min(10) @Max(10_000) int minimumN) {}

    /** @param rule absent while personal scores are off */
    record RuleView(@Nullable PersonalScoreRule rule) {}

    @Operation(summary = "What customers said about your own contacts, newest first")
    @Allowed(Permission.RESULTS_OWN)
    @GetMapping("/api/results")
    Page<ResponseView> own(
            Access access,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") @Min(1) @Max(100) int limit) {
        return results.own(access, cursor, limit);
    }

    @Operation(summary = "Your own score over a period, if personal scores are switched on and there are enough answers")
    @Allowed(Permission.RESULTS_OWN)
    @GetMapping("/api/results/score")
    PersonalScore score(Access access, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return results.ownScore(access, from, to);
    }

    @Operation(summary = "Who looked at your score, newest first")
    @Allowed(Permission.RESULTS_OWN)
    @GetMapping("/api/results/viewings")
    Page<Viewing> viewings(
            Access access,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "30") @Min(1) @Max(100) int limit) {
        return results.viewings(access, cursor, limit);
    }

    @Operation(summary = "Colleagues whose score you may look at, by name",
            description = "Those in your teams; with `personal-scores.all` everybody of your brands.")
    @Allowed(Permission.PERSONAL_SCORES_VIEW)
    @GetMapping("/api/results/colleagues")
    List<Colleague> colleagues(Access access) {
        return results.colleagues(access);
    }

    @Operation(summary = "A colleague's score; the viewing is logged and shown to the colleague. 409 feedback/personal-scores-off, 403 feedback/not-your-colleague")
    @Allowed(Permission.PERSONAL_SCORES_VIEW)
    @GetMapping("/api/results/{user}/score")
    PersonalScore scoreOf(
            Access access, @PathVariable UserId user, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return results.scoreOf(access, user, from, to);
    }

    @Operation(summary = "Purpose, agreement and minimum under which personal scores are shown; absent while they are off")
    @Allowed({Permission.FEEDBACK_CONFIGURE, Permission.PERSONAL_SCORES_VIEW, Permission.RESULTS_OWN})
    @GetMapping("/api/feedback/personal-scores")
    RuleView rule() {
        return new RuleView(results.rule().orElse(null));
    }

    @Operation(summary = "Switch personal scores on, recording purpose, agreement and minimum (at least 10)")
    @Allowed(Permission.FEEDBACK_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PutMapping("/api/feedback/personal-scores")
    void record(Access access, @Valid @RequestBody Rule rule) {
        results.record(access, Optional.of(new PersonalScoreRule(
                rule.purpose().strip(), rule.agreedWith().strip(), rule.agreedOn(), rule.minimumN())));
    }

    @Operation(summary = "Switch personal scores off")
    @Allowed(Permission.FEEDBACK_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/feedback/personal-scores")
    void off(Access access) {
        results.record(access, Optional.empty());
    }
}
