package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.IDENTITY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.customers.internal.db.tables.Customer;
import nl.hartslag.customers.internal.db.tables.Identity;
import nl.hartslag.platform.privacy.Perishable.Kept;
import nl.hartslag.platform.privacy.StillNeeded;
import nl.hartslag.platform.privacy.StillNeeded.Quiet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Customers of whom long nothing was heard. Whoever is found to be needed is not looked at again before a while, so a night looks at those it
 * did not see yet and never at all.
 */
@Component
class QuietCustomers {
    static final Field<Instant> LOOKED_UNTIL = DSL.coalesce(CUSTOMER.NEEDED_UNTIL, CUSTOMER.CREATED_AT);
    private static final Duration LOOKS_AGAIN = Duration.ofDays(30);
    private final DSLContext db;
    private final ObjectProvider<StillNeeded> modules;

    QuietCustomers(DSLContext db, ObjectProvider<StillNeeded> modules) {
        this.db = db;
        this.modules = modules;
    }

    /** A customer is of no channel, so his rule is of the brand. */
    static Condition old(Kept kept) {
        return CUSTOMER.BRAND_ID.eq(kept.brand().value()).and(LOOKED_UNTIL.lt(kept.closedBefore()));
    }

    /** Of each of a few: as values, not as sets, or the database would gather everybody to ask it of one. */
    private Condition needed(Kept kept) {
        return any(reasons(kept, CUSTOMER)).or(DSL.exists(othersNeeded(kept)));
    }

    private static Condition any(Stream<SelectLimitStep<Record1<Integer>>> reasons) {
        List<Field<?>> found = new ArrayList<>(reasons.map(one -> DSL.field(one.limit(1))).toList());
        found.add(DSL.inline((Integer) null, Integer.class));
        return DSL.field("coalesce({0})", Integer.class, DSL.list(found)).isNotNull();
    }

    /** Who is one with others stays as long as one of them is needed: his addresses lead to that one. */
    private Select<Record1<Integer>> othersNeeded(Kept kept) {
        Customer card = CUSTOMER.as("card");
        return DSL.selectOne().from(card).where(DSL.coalesce(card.HEAD_ID, card.ID).eq(DSL.coalesce(CUSTOMER.HEAD_ID, CUSTOMER.ID))).and(card.ID.ne(CUSTOMER.ID))
                .and(DSL.coalesce(card.NEEDED_UNTIL, card.CREATED_AT).ge(kept.closedBefore()).or(any(reasons(kept, card))));
    }

    private static Condition alone() {
        Customer below = CUSTOMER.as("below");
        return CUSTOMER.HEAD_ID.isNull().andNotExists(DSL.selectOne().from(below).where(below.MERGED_INTO.eq(CUSTOMER.ID)));
    }

    /** Of all of a brand: as sets, since the database would look up each of them for each of many. */
    Condition neededNowhere(Kept kept) {
        return reasons(kept, CUSTOMER).map(DSL::notExists).reduce(DSL.noCondition(), Condition::and).and(alone().or(DSL.notExists(othersNeeded(kept))));
    }

    private Stream<SelectLimitStep<Record1<Integer>>> reasons(Kept kept, Customer of) {
        Identity his = IDENTITY.as("his");
        Quiet customer = new Quiet(of.ID, of.BRAND_ID, his, his.CUSTOMER_ID, his.VALUE, kept.closedBefore());
        return modules.orderedStream().flatMap(module -> module.needs(customer).stream());
    }

    /** @param looked how many were looked at @param due those of them who are needed nowhere */
    record Looked(int looked, List<UUID> due) {}

    /** At the next of them, in the caller's transaction, passing over whom somebody else has in hand. */
    Looked look(Kept kept, int limit) {
        List<UUID> next = db.select(CUSTOMER.ID).from(CUSTOMER).where(old(kept)).orderBy(LOOKED_UNTIL, CUSTOMER.ID).limit(limit)
                .forNoKeyUpdate().skipLocked().fetch(CUSTOMER.ID);
        List<UUID> due = db.select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.ID.eq(DSL.any(next.toArray(UUID[]::new)))).andNot(needed(kept)).fetch(CUSTOMER.ID);
        List<UUID> needed = next.stream().filter(one -> !due.contains(one)).toList();
        leave(kept, needed);
        return new Looked(next.size(), due);
    }

    void leave(Kept kept, Collection<UUID> customers) {
        if (customers.isEmpty()) return;
        db.update(CUSTOMER).set(CUSTOMER.NEEDED_UNTIL, kept.closedBefore().plus(LOOKS_AGAIN)).where(CUSTOMER.ID.in(customers)).execute();
    }

    /** Held until the transaction ends, when nobody else has him in hand and he is needed nowhere. */
    boolean hold(Kept kept, UUID customer) {
        boolean held = db.select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.ID.eq(customer)).and(old(kept)).forUpdate().skipLocked().fetchOptional().isPresent();
        // asked once he is held: what came in until then is seen
        return held && db.fetchExists(DSL.selectOne().from(CUSTOMER).where(CUSTOMER.ID.eq(customer)).andNot(needed(kept)));
    }
}
