package nl.hartslag.platform;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers of one query that several gauges show. Asked again after a while only, also when asking failed: whoever watches asks for
 * everything at once, and must hear of the rest when the database is away.
 *
 * @param <T> the numbers, read together
 */
public final class Sampled<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Sampled.class);
    private static final long HOLDS = Duration.ofSeconds(10).toNanos();
    private final Supplier<T> query;
    private @Nullable T last;
    private long asked = System.nanoTime() - HOLDS;

    public Sampled(Supplier<T> query) {
        this.query = query;
    }

    /** @return the number, or NaN when it could not be read */
    public double of(ToDoubleFunction<T> number) {
        T now = now();
        return now == null ? Double.NaN : number.applyAsDouble(now);
    }

    private synchronized @Nullable T now() {
        if (System.nanoTime() - asked < HOLDS) return last;
        try {
            last = query.get();
        } catch (RuntimeException unreachable) {
            LOG.warn("numbers to watch could not be read: {}", unreachable.getClass().getSimpleName());
            last = null;
        }
        asked = System.nanoTime();
        return last;
    }
}
