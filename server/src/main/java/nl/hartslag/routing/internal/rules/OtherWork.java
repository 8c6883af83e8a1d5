package nl.hartslag.routing.internal.rules;

import java.util.Set;
import nl.hartslag.shared.QueueId;

/**
 * Queues that somebody was given for a while, whatever skills they need.
 *
 * @param only his own queues wait meanwhile
 */
public record OtherWork(Set<QueueId> queues, boolean only) {}
