package nl.hartslag.channels.internal.webchat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One stream that waits for news. Many hints are one: the reader looks what is new, however much it is. */
final class ChatSubscription {
    private final Semaphore news = new Semaphore(0);
    private final AtomicReference<@Nullable String> typing = new AtomicReference<>();
    private volatile boolean closed;

    void changed() {
        news.release();
    }

    void typing(String name) {
        typing.set(name);
        news.release();
    }

    void close() {
        closed = true;
        news.release();
    }

    boolean isClosed() {
        return closed;
    }

    void await(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) news.drainPermits();
    }

    /** Who was typing since the last look. */
    Optional<String> typing() {
        return Optional.ofNullable(typing.getAndSet(null));
    }
}
