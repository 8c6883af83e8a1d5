package nl.hartslag.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Everything that waits in one queue, in the order in which it is its turn. */
public interface WaitingLine {
    /**
     * Needs {@code live.view}. Of what others share with a partner only what is its turn. Whom it is kept for and who is asked is not told of
     * people of another company. Refused with {@code routing/queue/not-found} for a queue that may not be seen.
     *
     * @param after the mark of whoever comes before; in the order of the moment at which that was read, so that pages fit together. Absent: from
     *              the first. Refused with field {@code cursor} when it is not one of ours
     */
    Line of(Access access, QueueId queue, @Nullable String after);

    /** @param all the first first */
    record Line(Routing.Queue queue, List<Standing> all) {}

    /**
     * @param mark         to go on after it
     * @param place        1 for the first
     * @param since        since when it waits in this line
     * @param overflowedAt since when it waits longer than its queue allows
     * @param asked        who is being asked at this moment
     * @param keptFor      who should have it
     * @param keptUntil    until when it is kept for one person
     */
    record Standing(
            ContactId contact,
            ConversationId conversation,
            String mark,
            int place,
            Instant since,
            Optional<Instant> overflowedAt,
            Optional<UserId> asked,
            Optional<UserId> keptFor,
            Optional<Instant> keptUntil) {}
}
