package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is promised and due next, whoever promised it: answers and solutions by rule, and what people gave their word for. The same
 * promises that {@link GivenPromises#ofQueues} counts, one by one. Needs {@code live.view} and {@code contacts.view}; of a partner only its own.
 */
public interface DuePromises {
    /** What is late first, then what is due next. */
    Page<DuePromise> list(Access access, Filter filter, Within within, @Nullable String cursor, int limit);

    /** How many there are, however near. */
    Counts counts(Access access, Filter filter);

    @Schema(name = "DuePromiseKind")
    enum Kind {
        /** An answer by rule. */
        ANSWER,
        /** A solution by rule. */
        SOLUTION,
        /** Given by a person. */
        GIVEN
    }

    @Schema(name = "DueWithin")
    enum Within {
        /** Should have been kept already. */
        LATE,
        /** Late, or due within an hour. */
        HOUR,
        /** Late, or due before midnight by the clock of its brand, and in any case within an hour. */
        TODAY
    }

    /** @param person whose it is */
    record Filter(Optional<BrandId> brand, Optional<QueueId> queue, Optional<Kind> kind, Optional<UserId> person) {
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param late  should have been kept already
     * @param hour  due within an hour from now
     * @param today due from now until midnight, and in any case within an hour
     * @param people whose they are, late or due today, by name; a hundred at most
     */
    @Schema(name = "DuePromiseCounts")
    record Counts(int late, int hour, int today, List<Whose> people) {}

    @Schema(name = "DuePromisePerson")
    record Whose(UserId id, String name, int count) {}

    /**
     * @param queue where its contact is now
     * @param contact what one acts on: the open contact of its conversation, else the one that ended
     * @param act   what a person promised to do
     * @param words as the customer was told by a person
     * @param whose who keeps it: whoever gave it, or has its contact in hand; absent while nobody has
     * @param contactState {@code waiting}, {@code assigned} or {@code ended}
     */
    record DuePromise(
            PromiseId id,
            Kind kind,
            Instant dueAt,
            boolean late,
            BrandId brand,
            @Nullable QueueId queue,
            ContactId contact,
            ConversationId conversation,
            String contactState,
            String medium,
            Priority priority,
            CaseId caseId,
            long caseNumber,
            String subject,
            @Nullable String customerName,
            GivenPromises.@Nullable Act act,
            @Nullable String words,
            @Nullable UserId whose,
            @Nullable String whoseName) {}
}
