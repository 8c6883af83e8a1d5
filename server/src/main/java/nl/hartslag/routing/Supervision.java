package nl.hartslag.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.PresenceView;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import org.jspecify.annotations.Nullable;

/** What goes on now, for who watches over it. Each answer holds only what the asker may see. */
public interface Supervision {
    /** The queues in use with their figures. */
    List<QueueNow> queues(Access access);

    /** Everyone who is there, or has something in hand, by name. */
    List<AgentNow> agents(Access access);

    /** Contacts that waited too long, the longest first; at most 500. */
    List<Overflowed> overflow(Access access);

    /**
     * @param oldestAt   since when the first in line waits; absent when nobody does
     * @param overflowed how many of them waited longer than the queue allows
     * @param inHand     contacts from this queue that someone works on
     * @param opensAt    when its channel opens, as all that waits waits for that; absent when something may be offered now
     */
    record QueueFigures(QueueId queue, int waiting, @Nullable Instant oldestAt, int overflowed, int inHand,
            @Nullable Instant opensAt) {}

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
            Instant waitingSince,
            Instant overflowedAt) {}
}
