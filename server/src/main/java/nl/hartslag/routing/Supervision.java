package nl.hartslag.routing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.Priority;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.PresenceView;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** What goes on now, for who watches over it. Each answer holds only what the asker may see. */
public interface Supervision {
    /** The queues in use with their figures. */
    List<QueueNow> queues(Access access);

    /** Everyone who is there, or has something in hand, by name, page by page. */
    Page<AgentNow> agents(Access access, @Nullable String cursor, int limit);

    /** Contacts that waited too long, the longest first, page by page. */
    Page<Overflowed> overflow(Access access, @Nullable String cursor, int limit);

    /** How the promises of each queue stand today, by the clock of its brand. */
    List<QueueToday> today(Access access);

    /**
     * Sets someone to off who is not there any more. Needs {@code contacts.assign} for a brand of his; of a partner only for its own
     * people. Harmless when he is off already. What he has in hand stays his.
     *
     * @param why he reads it, with who did it
     */
    void logOff(Access access, UserId user, String why);

    /**
     * Gives someone other queues for a while; it ends by itself. Needs {@code contacts.assign} for a brand of his; of a partner only for
     * its own people. Skills are left to whoever gives it. What he has in hand stays his. Again replaces what was given.
     */
    void giveOtherWork(Access access, UserId user, NewOtherWork work);

    /** He does his own work again. The same rights; harmless when he does already. */
    void endOtherWork(Access access, UserId user);

    /** Who logged me off and why, until I choose a state again. */
    Optional<LoggedOff> loggedOff(Access access);

    /**
     * @param queues of his brand and company
     * @param only   his own queues wait meanwhile; else these come besides
     * @param until  within 24 hours
     * @param why    he reads it, with who did it; may be empty
     */
    record NewOtherWork(Set<QueueId> queues, boolean only, Instant until, String why) {}

    /** @param by the name of who did it */
    record LoggedOff(String by, String why) {}

    /**
     * @param answers answers that were due since midnight and the share given in time, as <i>Promises</i> counts them; absent below ten
     * @param late    promises that should have been kept already
     * @param dueSoon promises due within the hour
     * @param shares  what everyone took today of a queue that is shared, in the order of the shares; else empty
     */
    record QueueToday(QueueId queue, GivenPromises.Kept answers, int late, int dueSoon, List<ShareToday> shares) {}

    /**
     * @param partner absent for our own people
     * @param site    absent for all of them
     * @param percent its share
     * @param taken   how many contacts its people took
     */
    record ShareToday(@Nullable String partner, @Nullable String site, int percent, int taken) {}

    /**
     * @param oldestAt   since when the first in line waits; absent when nobody does
     * @param overflowed how many of them waited longer than the queue allows
     * @param inHand     contacts from this queue that someone works on
     * @param opensAt    when its channel opens, as all that waits waits for that; absent when something may be offered now
     * @param free       who stays free for it; absent where it keeps nobody
     */
    record QueueFigures(QueueId queue, int waiting, @Nullable Instant oldestAt, int overflowed, int inHand,
            @Nullable Instant opensAt, @Nullable Free free) {}

    /** @param now so many people are free at this moment @param atLeast so many should be @param medium for what */
    @Schema(name = "KeptFree")
    record Free(int now, int atLeast, String medium) {}

    record QueueNow(Queue queue, QueueFigures figures) {}

    /** @param queues those whose contacts may be offered to him */
    record AgentNow(PresenceView presence, String name, Optional<PartnerId> partner, List<QueueId> queues) {}

    record Overflowed(
            ContactId contact,
            ConversationId conversation,
            BrandId brand,
            QueueId queue,
            String queueName,
            String channel,
            String medium,
            String subject,
            Priority priority,
            Instant waitingSince,
            Instant overflowedAt) {}
}
