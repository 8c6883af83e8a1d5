package nl.hartslag.platform.timers;

import java.time.Instant;
import java.util.Map;

/** Work that is due at an instant; also how asynchronous work is done (due now). */
public interface Timers {
    /**
     * Stores a timer with the current transaction. A timer of the same kind and key is replaced.
     *
     * @param kind which {@link TimerHandler} runs it
     * @param key  unique within the kind, such as an id
     */
    void schedule(String kind, String key, Instant dueAt, Map<String, ?> payload);

    /** Does work that schedules many timers, which are then stored in one go; after a fault none of them is. */
    void together(Runnable work);

    /** Removes the timer, if it has not fired. */
    void cancel(String kind, String key);
}
