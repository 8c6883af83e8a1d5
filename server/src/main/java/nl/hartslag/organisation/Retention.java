package nl.hartslag.organisation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.RetentionRuleId;
import org.jspecify.annotations.Nullable;

/** How long what is kept, by rule. Needs {@code retention.configure} for the brand. */
public interface Retention {
    /** Below this many months a rule must be confirmed. */
    int GUARD_MONTHS = 6;

    /** The rules of one's brands. */
    Rules rules(Access access);

    /**
     * Refused with {@code retention/exists} when there is one for the same, and with {@code retention/short} when it is shorter than
     * {@link #GUARD_MONTHS} and not confirmed.
     */
    RetentionRuleId add(Access access, Draft draft);

    /** Refused with {@code retention/changed} when somebody changed it after {@code version}. */
    void change(Access access, RetentionRuleId rule, int months, boolean confirmed, int version);

    /** What it would have taken stays. Harmless when repeated. */
    void remove(Access access, RetentionRuleId rule);

    /** What such a rule would take now. Of customers by the month in which they became known. */
    Preview preview(Access access, Draft draft);

    /** For all brands: nothing is taken until it goes on. Harmless when repeated. */
    void pause(Access access, boolean paused);

    /** What was taken, newest first. */
    Page<Run> runs(Access access, @Nullable String cursor, int limit);

    enum Kind { CONTENT, ATTACHMENTS, RAW, ANSWER_WORDS, CUSTOMERS }

    /** @param channel of the brand; empty for those without a rule of their own, and always for customers */
    @Schema(name = "RetentionDraft")
    record Draft(BrandId brand, Optional<String> channel, Kind kind, int months, boolean confirmed) {}

    @Schema(name = "RetentionRule")
    record Rule(RetentionRuleId id, BrandId brand, @Nullable String channel, Kind kind, int months, int version) {}

    /** @param pausedBy who paused it, and since when; absent while it runs */
    @Schema(name = "RetentionRules")
    record Rules(List<Rule> rules, @Nullable String pausedBy, @Nullable Instant pausedAt) {}

    /** @param month as 2026-03 */
    @Schema(name = "RetentionMonth")
    record Month(String month, int number) {}

    /** @param id of the conversation, or of the customer @param number of the case; empty for a customer @param closedAt when his case was closed; of a customer since when he is known */
    @Schema(name = "RetentionFirst")
    record First(String id, String number, Instant closedAt) {}

    @Schema(name = "RetentionPreview")
    record Preview(int total, List<Month> months, List<First> first) {}

    @Schema(name = "RetentionRun")
    record Run(String id, LocalDate day, BrandId brand, @Nullable String channel, Kind kind, int months, int taken, Instant lastAt) {}
}
