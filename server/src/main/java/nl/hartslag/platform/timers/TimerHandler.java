package nl.hartslag.platform.timers;

import java.time.Instant;
import java.util.Map;

/** Does the work of one kind of timer. Runs in the transaction that removes the timer, once, on one node. */
public interface TimerHandler {
    String kind();

    void fire(DueTimer timer);

    /** @param payload as it was scheduled, after a round trip through JSON */
    record DueTimer(String kind, String key, Instant dueAt, Map<String, Object> payload) {}
}
