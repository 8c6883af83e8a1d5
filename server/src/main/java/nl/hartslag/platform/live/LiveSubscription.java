package nl.hartslag.platform.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One open stream. Its queue is bounded: a reader that is too slow is cut off and resumes by its last position, so that
 * it costs neither memory nor the others' time.
 */
class LiveSubscription {
    private static final int CAPACITY = 2_000;
    private final ArrayBlockingQueue<NumberedEvent> queue = new ArrayBlockingQueue<>(CAPACITY);
    private volatile boolean closed;

    void offer(NumberedEvent event) {
        if (!closed && !queue.offer(event)) closed = true;
    }

    Optional<NumberedEvent> next(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(queue.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
    }

    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
        queue.offer(END);
    }

    /** Wakes a waiting reader; carries nothing and is for nobody. */
    static final NumberedEvent END = new NumberedEvent(-1, "end", null, null, null, null, "{}");
}
