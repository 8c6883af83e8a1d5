package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;

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

/** Who waits for us, and what waits to leave, read from the database when somebody asks; without a database there is no number. */
@Component
class ContactMeters implements MeterBinder {
    private final DSLContext db;
    private final Clock clock;

    ContactMeters(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hartslag.contacts.waiting", () -> db.fetchCount(CONTACT, CONTACT.STATE.eq(DSL.inline("waiting"))))
                .description("Contacts that nobody has in hand").register(registry);
        Gauge.builder("hartslag.outbox.waiting", () -> db.fetchCount(OUTBOX, due()))
                .description("Messages whose moment to leave has come").register(registry);
        Gauge.builder("hartslag.outbox.late.seconds", this::late).description("How long the oldest of them waits already").register(registry);
        Gauge.builder("hartslag.outbox.undelivered", () -> db.fetchCount(OUTBOX, OUTBOX.TROUBLE.in(DSL.inline("failed"), DSL.inline("bounced"))))
                .description("Messages that failed or came back, and wait for a person").register(registry);
    }

    private Condition due() {
        return OUTBOX.STATE.in(DSL.inline("pending"), DSL.inline("sending")).and(OUTBOX.NOT_BEFORE.le(clock.instant()));
    }

    private double late() {
        Instant oldest = db.select(DSL.min(OUTBOX.NOT_BEFORE)).from(OUTBOX).where(due()).fetchSingle().value1();
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1_000.0;
    }
}
