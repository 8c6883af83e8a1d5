package nl.hartslag.platform;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How late something is. */
public final class Late {
    private Late() {}

    /** @return seconds from the moment something was due until now; 0 when nothing is, or it is still to come */
    public static double by(@Nullable Instant due, Instant now) {
        return due == null || due.isAfter(now) ? 0 : Duration.between(due, now).toMillis() / 1_000.0;
    }
}
