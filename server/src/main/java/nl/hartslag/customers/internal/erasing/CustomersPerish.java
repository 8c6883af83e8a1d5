package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import nl.hartslag.customers.internal.erasing.QuietCustomers.Looked;
import nl.hartslag.platform.privacy.Perishable;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers of whom nothing is left go by rule, each in a transaction of his own. By the month in which they became known. */
@Component
class CustomersPerish implements Perishable {
    private static final Logger LOG = LoggerFactory.getLogger(CustomersPerish.class);
    private static final Field<String> MONTH = DSL.field("to_char({0} at time zone 'UTC', 'YYYY-MM')", String.class, CUSTOMER.CREATED_AT);
    private static final int AT_ONCE = 500;
    /** So that others have their turn within seconds also while nobody is due. */
    private static final int LOOKS = 40;
    private final DSLContext db;
    private final QuietCustomers quiet;
    private final ErasedByRule erased;
    private final TransactionTemplate alone;

    CustomersPerish(DSLContext db, QuietCustomers quiet, ErasedByRule erased, PlatformTransactionManager transactions) {
        this.db = db;
        this.quiet = quiet;
        this.erased = erased;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String kind() {
        return "customers";
    }

    @Override
    public SortedMap<YearMonth, Integer> due(Kept kept) {
        SortedMap<YearMonth, Integer> months = new TreeMap<>();
        db.select(MONTH, DSL.count()).from(CUSTOMER).where(QuietCustomers.old(kept)).and(quiet.neededNowhere(kept)).groupBy(MONTH)
                .forEach(row -> months.put(YearMonth.parse(row.value1()), row.value2()));
        return months;
    }

    @Override
    public List<First> first(Kept kept, int limit) {
        return db.select(CUSTOMER.ID, CUSTOMER.CREATED_AT).from(CUSTOMER).where(QuietCustomers.old(kept)).and(quiet.neededNowhere(kept))
                .orderBy(QuietCustomers.LOOKED_UNTIL, CUSTOMER.ID).limit(limit)
                .fetch(row -> new First(row.value1().toString(), "", row.value2()));
    }

    /** What it does stands at once, so that it goes on from there after a crash. */
    @Override
    public int take(Kept kept, int limit) {
        int taken = 0;
        for (int look = 0; look < LOOKS && taken == 0; look++) {
            Looked looked = alone(() -> quiet.look(kept, AT_ONCE));
            for (UUID one : looked.due().subList(0, Math.min(limit, looked.due().size()))) {
                if (takes(kept, one)) taken++;
            }
            if (looked.looked() == 0) break;
        }
        return taken;
    }

    /** Who cannot be erased is told in the log and left for a while; the others go on. */
    private boolean takes(Kept kept, UUID customer) {
        try {
            return alone(() -> erased.erase(kept, customer));
        } catch (RuntimeException refused) {
            LOG.warn("customer {} could not be erased by the rule of brand {}: {}", customer, kept.brand(), refused.toString());
            alone(() -> {
                quiet.leave(kept, List.of(customer));
                return false;
            });
            return false;
        }
    }

    private <T> T alone(Supplier<T> work) {
        return Objects.requireNonNull(alone.execute(_ -> work.get()));
    }
}
