package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.testing.Eventually.eventually;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.TimerHandler.DueTimer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** The parts of the nightly work, now. The workers of the application take part as well: whoever takes the timer goes, and it goes first. */
@TestComponent
class Nights {
    private static final String KIND = "organisation.retention";
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final TimerHandler everyDay;

    Nights(DSLContext db, TransactionTemplate transactions, List<TimerHandler> timers) {
        this.db = db;
        this.transactions = transactions;
        this.everyDay = timers.stream().filter(one -> one.kind().equals(KIND)).findFirst().orElseThrow();
    }

    /** More parts than there is work for. */
    void night() {
        for (int part = 0; part < 8; part++) part();
    }

    /** With what the part before left for it. */
    void part() {
        eventually(() -> Boolean.TRUE.equals(transactions.execute(_ -> {
            var held = db.fetch("delete from platform.timer where kind = ? returning payload ->> 'took'", KIND);
            held.forEach(timer -> everyDay.fire(new DueTimer(KIND, "all", Instant.EPOCH, took(timer.get(0, String.class)))));
            return !held.isEmpty();
        })));
    }

    private static Map<String, Object> took(@Nullable String rule) {
        return rule == null ? Map.of() : Map.of("took", rule);
    }
}
