package nl.hartslag.organisation.internal.hours;

import java.time.Duration;
import java.time.Instant;

/** A stretch of real time; it includes its start, not its end. */
public record Span(Instant from, Instant to) {
    boolean isEmpty() {
        return !from.isBefore(to);
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
