package nl.hartslag.platform.timers;

import static nl.hartslag.platform.internal.db.Tables.TIMER;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import nl.hartslag.platform.Late;
import nl.hartslag.platform.Sampled;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How the timers are doing, read from the database when somebody asks; without a database there is no number. */
@Component
class TimerMeters implements MeterBinder {
    private final DSLContext db;
    private final Clock clock;

    TimerMeters(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Numbers(int setAside, double late) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Sampled<Numbers> numbers = new Sampled<>(this::read);
        Gauge.builder("hartslag.timers.set.aside", () -> numbers.of(Numbers::setAside))
                .description("Timers that failed too often and wait for a person").register(registry);
        Gauge.builder("hartslag.timers.late.seconds", () -> numbers.of(Numbers::late))
                .description("How long the oldest timer that is due waits already").register(registry);
    }

    private Numbers read() {
        Instant now = clock.instant();
        Instant oldest = db.select(DSL.min(TIMER.DUE_AT)).from(TIMER).where(TIMER.SET_ASIDE_AT.isNull()).fetchSingle().value1();
        return new Numbers(db.fetchCount(TIMER, TIMER.SET_ASIDE_AT.isNotNull()), Late.by(oldest, now));
    }
}
