package nl.hartslag.customers.internal;

import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Who is one with whom in a brand does not change until the transaction ends, except by whoever holds this. */
@Component
public class MergeLock {
    private final DSLContext db;

    MergeLock(DSLContext db) {
        this.db = db;
    }

    public void take(BrandId brand) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 716))", DSL.val(brand.toString()));
    }
}
