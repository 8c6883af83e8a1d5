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
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.shared.statistics.Share;
import org.jspecify.annotations.Nullable;

/**
 * How often contacts are handed over and customers have to come again. What is counted are contacts that customers began in the period,
 * without spam; their transfers count whenever they were. A repeat is a contact of a known customer who contacted the same brand in the
 * days before. Needs {@code live.view}; people of a partner see what is their partner's. Nothing is told of single people.
 */
public interface Transfers {
    int MOST_DAYS = 31;

    Figures figures(Access access, Filter filter);

    /** The same figures side by side; of queues those with the most contacts, at most a hundred. */
    List<Group> groups(Access access, Filter filter, By by);

    /** From which queue to which, or to a colleague, the most frequent first; at most a hundred. */
    List<Route> routes(Access access, Filter filter);

    /** How often for which reason, the most frequent first; without a reason last. */
    List<Reasoned> reasons(Access access, Filter filter);

    /** The contacts behind a number, the latest first. Needs {@code contacts.view} too. */
    Page<Row> contacts(Access access, Filter filter, Behind behind, @Nullable String cursor, int limit);

    /** @param queue where the contact is or was last; @param days within which a next contact is a repeat, 1 to {@link #MOST_DAYS} */
    record Filter(Instant from, Instant to, Optional<BrandId> brand, Optional<String> channel, Optional<QueueId> queue, int days) {}

    enum By {
        BRAND,
        CHANNEL,
        QUEUE,
        WEEK
    }

    @Schema(name = "TransferWhich")
    enum Which {
        ALL,
        TRANSFERRED,
        TWICE,
        REPEATED,
        MORE_IN_CASE,
        WITHOUT_REASON
    }

    /** Which contacts, and of those that were handed over: from where, to where and why. */
    record Behind(
            Which which, Optional<QueueId> fromQueue, Optional<QueueId> toQueue, boolean toPerson, Optional<TransferReasonId> why) {
        public static Behind all(Which which) {
            return new Behind(which, Optional.empty(), Optional.empty(), false, Optional.empty());
        }
    }

    /** @param share in percent with the 95 % interval of Wilson; absent below ten */
    @Schema(name = "TransferCounted")
    record Counted(long count, long n, @Nullable Share share) {}

    /**
     * @param perContact transfers per contact; absent when there are none
     * @param repeats of the contacts whose customer is known
     * @param moreInCase of the cases that these contacts belong to, those with more than one contact
     */
    @Schema(name = "TransferFigures")
    record Figures(
            long contacts, long transfers, @Nullable Double perContact, Counted transferred, Counted twice, Counted repeats, Counted moreInCase) {}

    /** @param key id of the brand or queue, name of the channel, or first day of the week; absent where a contact has no queue */
    record Group(@Nullable String key, Figures figures) {}

    /** @param to absent when it was to a colleague */
    record Route(@Nullable QueueId from, @Nullable QueueId to, long transfers) {}

    @Schema(name = "TransferReasonCounted")
    record Reasoned(@Nullable TransferReasonId why, @Nullable String nameNl, @Nullable String nameEn, long transfers) {}

    record Row(
            ContactId contact,
            ConversationId conversation,
            CaseId caseId,
            long caseNumber,
            String subject,
            @Nullable String customerName,
            BrandId brand,
            String channel,
            @Nullable QueueId queue,
            Instant openedAt,
            boolean repeat,
            List<Move> moves) {}

    /** @param to absent when it was to a colleague */
    record Move(Instant at, @Nullable QueueId from, @Nullable QueueId to, @Nullable String whyNl, @Nullable String whyEn) {}
}
