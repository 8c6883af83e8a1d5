package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.ERASURE;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.customers.internal.db.tables.records.ErasureRecord;
import nl.hartslag.platform.privacy.Traces;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At every start: erasures that the list knows and the database does not were lost with what was put back, so they are done again,
 * to their end before timers fire and anything leaves or is fetched. One that was under way when we stopped is done to its end as well.
 */
@Component
class AfterRestore implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AfterRestore.class);
    private final DSLContext db;
    private final ErasureFile file;
    private final Erasing erasing;
    private final TransactionTemplate alone;
    private final Clock clock;
    private volatile boolean running;

    AfterRestore(DSLContext db, ErasureFile file, Erasing erasing, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.file = file;
        this.erasing = erasing;
        this.alone = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        eraseAgain();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    void eraseAgain() {
        alone.executeWithoutResult(_ -> begin());
        for (UUID running : db.select(ERASURE.ID).from(ERASURE).where(ERASURE.STATE.eq("running")).orderBy(ERASURE.NUMBER).fetch(ERASURE.ID)) {
            try {
                erasing.toTheEnd(running);
            } catch (RuntimeException later) {
                LOG.error("erasure {} could not be done to its end before anything else works; it goes on beside the work", running, later);
            }
        }
    }

    private void begin() {
        int again = 0;
        Set<UUID> known = db.select(ERASURE.ID).from(ERASURE).where(ERASURE.STATE.ne("waiting")).fetchSet(ERASURE.ID);
        for (ErasureFile.Line line : file.read()) {
            if (known.contains(line.id())) continue;
            if (line.cancelled()) {
                takenBack(line);
                continue;
            }
            Traces person = Traces.of(new BrandId(line.brand()), new CustomerId(line.customer()), line.ordersToo());
            ErasureRecord row = line.row();
            row.setTraces(erasing.sealed(erasing.traces(person)));
            row.setNumber(free(line));
            if (db.insertInto(ERASURE).set(row).onConflictDoNothing().execute() == 0) continue;
            erasing.later(line.id(), clock.instant());
            again++;
        }
        if (again > 0) {
            db.execute("select setval('customers.erasure_number', (select max(number) from customers.erasure))");
            LOG.info("{} erasures are done again: the database was put back to a time before them", again);
        }
        file.write();
    }

    private void takenBack(ErasureFile.Line line) {
        db.update(ERASURE).set(ERASURE.STATE, "cancelled").setNull(ERASURE.TRACES).set(ERASURE.MARKS, new String[0])
                .where(ERASURE.ID.eq(line.id())).and(ERASURE.STATE.eq("waiting")).execute();
    }

    /** Its number, unless another erasure got it after the database was put back. */
    private long free(ErasureFile.Line line) {
        boolean taken = db.fetchExists(ERASURE, ERASURE.NUMBER.eq(line.number()).and(ERASURE.ID.ne(line.id())));
        return taken ? db.select(DSL.max(ERASURE.NUMBER)).from(ERASURE).fetchSingle().value1() + 1 : line.number();
    }
}
