package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.PromiseRuleId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.statistics.Share;
import org.jspecify.annotations.Nullable;

/**
 * What is promised by rule, to whom. The most specific rule wins as a whole: priority says more than the customer's group, the group
 * more than the queue, the queue more than the channel. What it leaves out is not promised, except an answer: that is then promised as the channel's hours say. Every method needs
 * {@code organisation.configure}; a brand one does not see does not exist. Changes are audited, and open promises follow them.
 */
public interface PromiseRules {
    /** By brand, the most specific first. */
    List<Rule> rules(Access access);

    /** Refused with {@code promise-rules/taken} when there is a rule for exactly this already. */
    PromiseRuleId add(Access access, NewRule rule);

    /** Its brand stays. Refused with {@code promise-rules/taken}. */
    void change(Access access, PromiseRuleId id, NewRule rule);

    /** What it promised and is still open follows the rule that holds instead. */
    void remove(Access access, PromiseRuleId id);

    /** How much was kept in time of what fell due in a period, per rule. */
    List<KeptByRule> kept(Access access, Instant from, Instant to);

    /** The promises of a rule that were due in a period and were not kept in time, the latest first. */
    Page<Broken> broken(Access access, PromiseRuleId rule, Instant from, Instant to, @Nullable String cursor, int limit);

    /** What is absent holds for everything. */
    record For(BrandId brand, Optional<String> channel, Optional<QueueId> queue, Optional<Priority> priority, Optional<CustomerGroupId> group) {}

    /**
     * What is promised, in time of the calendar.
     *
     * @param first       until the first answer in a case; absent: as the channel's hours say
     * @param next        until an answer to what the customer writes after one of ours; absent: as the channel's hours say
     * @param solution    until the case is solved, waiting for the customer left out; absent: not promised
     * @param warnBefore  how long before the end it is nearly due
     * @param warnPercent the same, as a part of the time that was promised; at most one of the two
     * @param calendar    absent: that of the channel
     */
    record Terms(
            Optional<Duration> first,
            Optional<Duration> next,
            Optional<Duration> solution,
            Optional<Duration> warnBefore,
            Optional<Integer> warnPercent,
            Optional<CalendarId> calendar) {}

    record NewRule(For holdsFor, Terms terms) {}

    record Rule(PromiseRuleId id, For holdsFor, Terms terms) {}

    /**
     * @param n     how many promises fell due, those that were withdrawn left out
     * @param share of those, kept in time, in percent with its 95 % interval; absent below ten
     */
    @Schema(name = "KeptByRule")
    record KeptByRule(PromiseRuleId rule, long n, @Nullable Share share) {}

    /**
     * @param kind  {@code first}, {@code next} or {@code solution}
     * @param state {@code late}: still to be kept; {@code kept_late}
     */
    @Schema(name = "BrokenPromise")
    record Broken(
            PromiseId id,
            ConversationId conversation,
            long caseNumber,
            String subject,
            @Nullable String customerName,
            String kind,
            Instant dueAt,
            String state,
            @Nullable Instant settledAt) {}
}
