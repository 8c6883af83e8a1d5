package nl.hartslag.channels.internal.intake;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What came in and is not placed yet, read from the database when somebody asks; without a database there is no number. */
@Component
class IntakeMeters implements MeterBinder {
    private static final Condition WAITING = ENVELOPE.STATE.eq(DSL.inline("waiting"));
    private final DSLContext db;
    private final Clock clock;

    IntakeMeters(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hartslag.intake.waiting", () -> db.fetchCount(ENVELOPE, WAITING.andNot(ENVELOPE.SET_ASIDE)))
                .description("Envelopes that are received and not placed or refused yet").register(registry);
        Gauge.builder("hartslag.intake.late.seconds", this::late).description("How long the oldest of them waits already").register(registry);
        Gauge.builder("hartslag.intake.set.aside", () -> db.fetchCount(ENVELOPE, WAITING.and(ENVELOPE.SET_ASIDE)))
                .description("Envelopes that failed too often and wait for a person").register(registry);
    }

    private double late() {
        Instant oldest = db.select(DSL.min(ENVELOPE.RECEIVED_AT)).from(ENVELOPE).where(WAITING.andNot(ENVELOPE.SET_ASIDE)).fetchSingle().value1();
        return oldest == null ? 0 : Math.max(0, Duration.between(oldest, clock.instant()).toMillis() / 1_000.0);
    }
}
