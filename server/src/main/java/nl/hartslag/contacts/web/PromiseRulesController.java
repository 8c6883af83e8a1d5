package nl.hartslag.contacts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseRules;
import nl.hartslag.contacts.PromiseRules.Broken;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.KeptByRule;
import nl.hartslag.contacts.PromiseRules.NewRule;
import nl.hartslag.contacts.PromiseRules.Rule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Allowed;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PromiseRuleId;
import nl.hartslag.shared.QueueId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is promised by rule, to whom, and how much of it is kept. */
@RestController
@RequestMapping("/api/promise-rules")
@Tag(name = "Promises")
class PromiseRulesController {
    private final PromiseRules rules;
    private final Clock clock;

    PromiseRulesController(PromiseRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping
    @Allowed({Permission.ORGANISATION_CONFIGURE, Permission.LIVE_VIEW})
    @Operation(summary = "What is promised by rule: by brand, the most specific first")
    List<RuleShown> list(Access access) {
        return rules.rules(access).stream().map(RuleShown::of).toList();
    }

    @PostMapping
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Promise something by rule", description = "What is open follows within seconds. 409 `promise-rules/taken`.")
    Made add(Access access, @Valid @RequestBody RuleBody body) {
        return new Made(rules.add(access, body.asNew()));
    }

    @PutMapping("/{id}")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change a rule; its brand stays",
            description = "What is open follows within seconds; what a customer was told is never made later. 409 `promise-rules/taken`.")
    void change(Access access, @PathVariable PromiseRuleId id, @Valid @RequestBody RuleBody body) {
        rules.change(access, id, body.asNew());
    }

    @DeleteMapping("/{id}")
    @Allowed(Permission.ORGANISATION_CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a rule", description = "What it promised and is open follows the rule that holds instead.")
    void remove(Access access, @PathVariable PromiseRuleId id) {
        rules.remove(access, id);
    }

    @GetMapping("/kept")
    @Allowed({Permission.ORGANISATION_CONFIGURE, Permission.LIVE_VIEW})
    @Operation(summary = "The share kept in time per rule, of what fell due in the last days",
            description = "What was withdrawn does not count; what is late and still open counts as not kept. Share in percent with the 95 % "
                    + "interval of Wilson (1927); absent below ten.")
    List<KeptByRule> kept(
            Access access,
            @Parameter(description = "How many days back from now") @RequestParam(defaultValue = "30") @Min(1) @Max(366) int days) {
        Instant now = clock.instant();
        return rules.kept(access, now.minus(Duration.ofDays(days)), now);
    }

    @GetMapping("/{id}/broken")
    @Allowed({Permission.ORGANISATION_CONFIGURE, Permission.LIVE_VIEW})
    @Operation(summary = "What a rule promised that was not kept in time, the latest first", description = "Needs `contacts.view` too.")
    Page<Broken> broken(
            Access access,
            @PathVariable PromiseRuleId id,
            @Parameter(description = "How many days back from now") @RequestParam(defaultValue = "30") @Min(1) @Max(366) int days,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Instant now = clock.instant();
        return rules.broken(access, id, now.minus(Duration.ofDays(days)), now, cursor, limit);
    }

    /**
     * What is absent holds for everything, and is not promised; an answer is then promised as the channel's hours say. Times are in
     * seconds of the calendar.
     *
     * @param warnSeconds so long before the end it is nearly due; or {@code warnPercent} of the time
     * @param calendar    absent: that of the channel
     */
    @Schema(name = "PromiseRuleBody")
    record RuleBody(
            @NotNull BrandId brand,
            @Nullable @Size(max = 40) String channel,
            @Nullable QueueId queue,
            @Nullable Priority priority,
            @Nullable CustomerGroupId group,
            @Nullable Integer firstSeconds,
            @Nullable Integer nextSeconds,
            @Nullable Integer solutionSeconds,
            @Nullable Integer warnSeconds,
            @Nullable Integer warnPercent,
            @Nullable CalendarId calendar) {

        NewRule asNew() {
            return new NewRule(
                    new For(brand, Optional.ofNullable(channel).map(String::strip).filter(one -> !one.isEmpty()), Optional.ofNullable(queue),
                            Optional.ofNullable(priority), Optional.ofNullable(group)),
                    new Terms(time(firstSeconds), time(nextSeconds), time(solutionSeconds), time(warnSeconds),
                            Optional.ofNullable(warnPercent), Optional.ofNullable(calendar)));
        }

        private static Optional<Duration> time(@Nullable Integer seconds) {
            return Optional.ofNullable(seconds).map(Duration::ofSeconds);
        }
    }

    @Schema(name = "PromiseRule")
    record RuleShown(
            PromiseRuleId id,
            BrandId brand,
            @Nullable String channel,
            @Nullable QueueId queue,
            @Nullable Priority priority,
            @Nullable CustomerGroupId group,
            @Nullable Long firstSeconds,
            @Nullable Long nextSeconds,
            @Nullable Long solutionSeconds,
            @Nullable Long warnSeconds,
            @Nullable Integer warnPercent,
            @Nullable CalendarId calendar) {

        static RuleShown of(Rule rule) {
            For named = rule.holdsFor();
            Terms terms = rule.terms();
            return new RuleShown(rule.id(), named.brand(), named.channel().orElse(null), named.queue().orElse(null), named.priority().orElse(null),
                    named.group().orElse(null), seconds(terms.first()), seconds(terms.next()), seconds(terms.solution()), seconds(terms.warnBefore()),
                    terms.warnPercent().orElse(null), terms.calendar().orElse(null));
        }

        private static @Nullable Long seconds(Optional<Duration> time) {
            return time.map(Duration::toSeconds).orElse(null);
        }
    }

    @Schema(name = "PromiseRuleMade")
    record Made(PromiseRuleId id) {}
}
