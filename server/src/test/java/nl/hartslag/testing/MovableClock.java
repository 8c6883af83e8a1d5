package nl.hartslag.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that goes on as real time does, from wherever a test puts it. */
public final class MovableClock extends Clock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Instant> stopped = new AtomicReference<>();

    /** Moves time forward (or back, when negative). */
    public void advance(Duration by) {
        ahead.updateAndGet(offset -> offset.plus(by));
        stopped.updateAndGet(at -> at == null ? null : at.plus(by));
    }

    /** Stops time at this instant, until it is set again or {@link #run()}. */
    public void stopAt(Instant instant) {
        stopped.set(instant.truncatedTo(ChronoUnit.MICROS));
    }

    /** Back to the real time. */
    public void run() {
        stopped.set(null);
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        var at = stopped.get();
        return at != null ? at : Instant.now().plus(ahead.get()).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(ZoneOffset.UTC)) {
            return this;
        }
        throw new UnsupportedOperationException("Ask the clock for instants and pass the zone of the site or queue.");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }
}
