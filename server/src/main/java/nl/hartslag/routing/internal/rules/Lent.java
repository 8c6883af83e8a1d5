package nl.hartslag.routing.internal.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import nl.hartslag.shared.QueueId;

/**
 * What may be asked of someone beside the queues that keep him free.
 *
 * @param own    those queues, and others that were given to him: all of them may be asked
 * @param latest of the media named, only what waits since this moment or longer; of the others everything
 */
public record Lent(Set<QueueId> own, Map<Medium, Instant> latest) {
    /** Nobody keeps him free. */
    public static final Lent FREELY = new Lent(Set.of(), Map.of());

    /** What is his by name is his all the same. */
    public boolean allows(Waiting wanted) {
        Instant until = latest.get(wanted.medium());
        return until == null || wanted.preferred().isPresent() || own.contains(wanted.queue().id()) || !wanted.enteredAt().isAfter(until);
    }
}
