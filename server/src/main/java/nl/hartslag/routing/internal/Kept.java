package nl.hartslag.routing.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that rarely changes, remembered for seconds so that not every contact asks the database for it. */
final class Kept<T extends Object> {
    private final Duration fresh;
    private volatile @Nullable Entry<T> entry;

    private record Entry<T>(T value, long at) {}

    Kept(Duration fresh) {
        this.fresh = fresh;
    }

    T get(Supplier<T> source) {
        Entry<T> known = entry;
        if (known != null && System.nanoTime() - known.at() < fresh.toNanos()) return known.value();
        T value = source.get();
        entry = new Entry<>(value, System.nanoTime());
        return value;
    }

    /** What was known last, however old. */
    Optional<T> known() {
        Entry<T> known = entry;
        return known == null ? Optional.empty() : Optional.of(known.value());
    }

    /** Asks again when what is known is older than this, so that nobody has to wait for it later. */
    void renew(Duration after, Supplier<T> source) {
        Entry<T> known = entry;
        if (known != null && System.nanoTime() - known.at() < after.toNanos()) return;
        entry = new Entry<>(source.get(), System.nanoTime());
    }

    void forget() {
        entry = null;
    }
}
