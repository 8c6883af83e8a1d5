package nl.hartslag.feedback;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.FollowUpId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Dissatisfied customers (0 to 6) as work with an owner, a deadline and an outcome. Whoever changes one says which version
 * he saw; when a colleague was first it is refused with {@code feedback/follow-up-changed}.
 */
public interface FollowUps {
    /** Open ones by deadline, done ones newest first. */
    Page<FollowUp> list(Access access, Filter filter, @Nullable String cursor, int limit);

    Counts counts(Access access);

    /** @throws nl.hartslag.platform.problem.Problem {@code follow-ups/not-found}, also when it may not be seen */
    FollowUp followUp(Access access, FollowUpId id);

    /** Makes it one's own. */
    FollowUp take(Access access, FollowUpId id, int version);

    /** Gives it to a colleague who may handle it; else {@code feedback/cannot-own}. */
    FollowUp handOver(Access access, FollowUpId id, UserId to, int version);

    /** Ends it; done ones are refused with {@code feedback/follow-up-done}. */
    FollowUp close(Access access, FollowUpId id, FollowUpOutcome outcome, String note, int version);

    /** Undoes the closing. */
    FollowUp reopen(Access access, FollowUpId id, int version);

    /** Colleagues to whom this one can be given, by name. */
    List<Person> owners(Access access, FollowUpId id);

    /**
     * @param shown  open ones with the late ones among them, or only these, or those that are done
     * @param search beginnings of the customer's words, a part of the customer's name, or the number of the case
     */
    record Filter(Whose whose, Shown shown, Optional<BrandId> brand, Optional<String> search) {}

    enum Whose {
        MINE, UNOWNED, ALL;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Shown {
        OPEN, LATE, DONE;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Schema(name = "FollowUpCounts")
    record Counts(long mine, long mineLate, long unowned, long all, long late) {}

    record Person(UserId id, String name) {}

    record FollowUp(
            FollowUpId id,
            BrandId brand,
            String state,
            int version,
            int score,
            @Nullable String why,
            @Nullable Emotion emotion,
            Instant answeredAt,
            CustomerId customer,
            @Nullable String customerName,
            ConversationId conversation,
            long caseNumber,
            String subject,
            @Nullable Person owner,
            @Nullable Person handledBy,
            Instant dueAt,
            @Nullable FollowUpOutcome outcome,
            @Nullable String note,
            @Nullable Instant doneAt,
            @Nullable Person doneBy) {}
}
