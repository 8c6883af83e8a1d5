package nl.hartslag.desk;

import java.util.Map;
import nl.hartslag.shared.QueueId;

/** How many open conversations each list holds; {@code queues} counts those that wait. */
public record DeskCounts(int mine, int team, int waiting, int all, Map<QueueId, Integer> queues) {}
