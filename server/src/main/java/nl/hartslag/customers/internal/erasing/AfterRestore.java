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
import org.springframework.transaction.annotation.Transactional;

/**
 * At every start: erasures that the list knows and the database does not were lost with what was put back, so they are done again. They are
 * begun before mail is fetched and timers fire, and done as any other, beside the work.
 */
@Component
class AfterRestore implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AfterRestore.class);
    private final DSLContext db;
    private final ErasureFile file;
    private final Erasing erasing;
    private final Clock clock;
    private volatile boolean running;

    AfterRestore(DSLContext db, ErasureFile file, Erasing erasing, Clock clock) {
        this.db = db;
        this.file = file;
        this.erasing = erasing;
        this.clock = clock;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    @Transactional
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

    @Transactional
    public void eraseAgain() {
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
