package nl.hartslag.channels.internal.webchat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import nl.hartslag.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** So many of something per window, in memory: a window begins with the first and is forgotten at its end. */
@Component
public class RateLimits {
    private static final int CLEAN_EVERY = 1_000;
    private final Clock clock;
    private final ConcurrentHashMap<String, Window> windows = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();

    RateLimits(Clock clock) {
        this.clock = clock;
    }

    private record Window(Instant ends, int count) {}

    /** @throws Problem {@code webchat/too-fast} with the seconds to wait */
    public void count(String what, String who, int most, Duration length) {
        Instant now = clock.instant();
        if (calls.incrementAndGet() % CLEAN_EVERY == 0) windows.values().removeIf(window -> window.ends().isBefore(now));
        Window window = windows.compute(what + ' ' + who, (key, before) -> before == null || !before.ends().isAfter(now)
                ? new Window(now.plus(length), 1)
                : new Window(before.ends(), before.count() + 1));
        if (window.count() > most) {
            long seconds = Math.max(1, Duration.between(now, window.ends()).toSeconds());
            throw Problem.of("webchat/too-fast", 429).with("retryAfterSeconds", seconds);
        }
    }

    /** Whether this is the first of its kind within the window; for what may come as often as it likes but counts once. */
    boolean first(String what, String who, Duration length) {
        Instant now = clock.instant();
        Window window = windows.compute(what + ' ' + who, (key, before) -> before == null || !before.ends().isAfter(now)
                ? new Window(now.plus(length), 1)
                : new Window(before.ends(), before.count() + 1));
        return window.count() == 1;
    }
}
