package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The cards of one person. */
@Component
class Together {
    /** Whose page it is. */
    static final Field<UUID> HEAD = DSL.coalesce(CUSTOMER.HEAD_ID, CUSTOMER.ID);
    private final DSLContext db;

    Together(DSLContext db) {
        this.db = db;
    }

    /** Himself when he is not known. */
    UUID head(UUID card) {
        return db.select(HEAD).from(CUSTOMER).where(CUSTOMER.ID.eq(card)).fetchOptional(HEAD).orElse(card);
    }

    /** Also the card itself; the head first. */
    List<UUID> of(UUID card) {
        List<UUID> all = db.select(CUSTOMER.ID).from(CUSTOMER).where(HEAD.eq(head(card))).orderBy(CUSTOMER.HEAD_ID.isNotNull(), CUSTOMER.ID).fetch(CUSTOMER.ID);
        return all.isEmpty() ? List.of(card) : all;
    }
}
