package nl.hartslag.channels.internal.intake;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import nl.hartslag.platform.Late;
import nl.hartslag.platform.Sampled;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What came in and is not placed yet, read from the database when somebody asks; without a database there is no number. */
@Component
class IntakeMeters implements MeterBinder {
    private static final Condition WAITING = ENVELOPE.STATE.eq(DSL.inline("waiting"));
    private static final Duration DAY = Duration.ofDays(1);
    private final DSLContext db;
    private final Clock clock;

    IntakeMeters(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Numbers(int waiting, double late, int setAside, int held) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Sampled<Numbers> numbers = new Sampled<>(this::read);
        Gauge.builder("hartslag.intake.waiting", () -> numbers.of(Numbers::waiting))
                .description("Envelopes that are received and not placed or refused yet").register(registry);
        Gauge.builder("hartslag.intake.late.seconds", () -> numbers.of(Numbers::late))
                .description("How long the oldest of them waits already").register(registry);
        Gauge.builder("hartslag.intake.set.aside", () -> numbers.of(Numbers::setAside))
                .description("Envelopes that failed too often and wait for a person").register(registry);
        Gauge.builder("hartslag.intake.held", () -> numbers.of(Numbers::held))
                .description("Mails of the last 24 hours that are held back as spam").register(registry);
    }

    private Numbers read() {
        var open = db.select(DSL.count(), DSL.min(ENVELOPE.RECEIVED_AT)).from(ENVELOPE).where(WAITING.andNot(ENVELOPE.SET_ASIDE)).fetchSingle();
        Condition held = ENVELOPE.OUTCOME.in(DSL.inline("blocked-sender"), DSL.inline("suspected-spam"))
                .and(ENVELOPE.STATE.eq(DSL.inline("refused"))).and(ENVELOPE.RECEIVED_AT.ge(clock.instant().minus(DAY)));
        return new Numbers(open.value1(), Late.by(open.value2(), clock.instant()), db.fetchCount(ENVELOPE, WAITING.and(ENVELOPE.SET_ASIDE)),
                db.fetchCount(ENVELOPE, held));
    }
}
