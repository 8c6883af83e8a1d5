package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.OPENED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.security.Access;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Records who opened whose data: once per person, customer and ten minutes. */
@Component
class Opened {
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
    private static final int SWEEP = 100;
    private final DSLContext db;
    private final Audit audit;
    private final Clock clock;

    Opened(DSLContext db, Audit audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    void record(Access access, Customer customer) {
        Instant now = clock.instant();
        Instant before = now.minus(AGAIN_AFTER);
        int first = db.insertInto(OPENED)
                .set(OPENED.USER_ID, access.user().value())
                .set(OPENED.CUSTOMER_ID, customer.id().value())
                .set(OPENED.AT, now)
                .onConflict(OPENED.USER_ID, OPENED.CUSTOMER_ID)
                .doUpdate()
                .set(OPENED.AT, now)
                .where(OPENED.AT.le(before))
                .execute();
        if (first == 0) return;
        audit.record(
                access, "customer.opened", "customer", customer.id().toString(), Optional.of(customer.brand()), Map.of());
        sweep(before);
    }

    /** Old marks are of no use any more; those another transaction has in hand are left for a next time. */
    private void sweep(Instant before) {
        db.deleteFrom(OPENED)
                .where(DSL.row(OPENED.USER_ID, OPENED.CUSTOMER_ID)
                        .in(DSL.select(OPENED.USER_ID, OPENED.CUSTOMER_ID)
                                .from(OPENED)
                                .where(OPENED.AT.lt(before))
                                .limit(SWEEP)
                                .forUpdate()
                                .skipLocked()))
                .execute();
    }
}
