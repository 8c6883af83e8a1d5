package nl.hartslag.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what others bring about in their own time. Asking without a pause would take the processor from them. */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Eventually() {}

    public static void eventually(BooleanSupplier holds) {
        eventually(holds, () -> "it did not come about");
    }

    /** @param otherwise what is the matter, for whoever reads the failed test */
    public static void eventually(BooleanSupplier holds, Supplier<String> otherwise) {
        long givenUp = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > givenUp) throw new AssertionError(otherwise.get());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** @return the first reading that is as wanted */
    public static <T> T eventually(Supplier<T> read, Predicate<T> wanted) {
        AtomicReference<T> last = new AtomicReference<>();
        eventually(() -> {
            last.set(read.get());
            return wanted.test(last.get());
        }, () -> "still waiting; last seen: " + last.get());
        return last.get();
    }
}
