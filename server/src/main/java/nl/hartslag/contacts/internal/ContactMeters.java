package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Instant;
import nl.hartslag.platform.Late;
import nl.hartslag.platform.Sampled;
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

    private record Numbers(int contacts, int leaving, double late, int undelivered) {}

    @Override
    public void bindTo(MeterRegistry registry) {
        Sampled<Numbers> numbers = new Sampled<>(this::read);
        Gauge.builder("hartslag.contacts.waiting", () -> numbers.of(Numbers::contacts))
                .description("Contacts that nobody has in hand").register(registry);
        Gauge.builder("hartslag.outbox.waiting", () -> numbers.of(Numbers::leaving))
                .description("Messages whose moment to leave has come").register(registry);
        Gauge.builder("hartslag.outbox.late.seconds", () -> numbers.of(Numbers::late))
                .description("How long the oldest of them waits already").register(registry);
        Gauge.builder("hartslag.outbox.undelivered", () -> numbers.of(Numbers::undelivered))
                .description("Messages that failed or came back, and wait for a person").register(registry);
    }

    private Numbers read() {
        Instant now = clock.instant();
        Condition due = OUTBOX.STATE.in(DSL.inline("pending"), DSL.inline("sending")).and(OUTBOX.NOT_BEFORE.le(now));
        var leaving = db.select(DSL.count(), DSL.min(OUTBOX.NOT_BEFORE)).from(OUTBOX).where(due).fetchSingle();
        return new Numbers(
                db.fetchCount(CONTACT, CONTACT.STATE.eq(DSL.inline("waiting"))),
                leaving.value1(),
                Late.by(leaving.value2(), now),
                db.fetchCount(OUTBOX, OUTBOX.TROUBLE.in(DSL.inline("failed"), DSL.inline("bounced"))));
    }
}
