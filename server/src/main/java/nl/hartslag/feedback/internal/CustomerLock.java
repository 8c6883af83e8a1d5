package nl.hartslag.feedback.internal;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** One decision about a customer at a time, on whichever node; held until the transaction ends. */
@Component
public class CustomerLock {
    private static final long SPACE = 0x6665656462L;
    private final DSLContext db;

    CustomerLock(DSLContext db) {
        this.db = db;
    }

    public void take(UUID customer) {
        db.select(DSL.field("pg_advisory_xact_lock(hashtextextended({0}, {1}))", Object.class,
                DSL.val(customer.toString()), DSL.val(SPACE))).fetch();
    }
}
