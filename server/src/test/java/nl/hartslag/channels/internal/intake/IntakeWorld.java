package nl.hartslag.channels.internal.intake;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.RightOfWay;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.platform.timers.TimersOn;
import nl.hartslag.shared.BrandId;
import nl.hartslag.testing.MovableClock;
import nl.hartslag.testing.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** The intake on a database of its own, without the rest of the application. Workers run only when a test lets them. */
public final class IntakeWorld implements AutoCloseable {
    public final BrandId brand = BrandId.next();
    public final MovableClock clock = new MovableClock();
    public final MemoryBlobs blobs = new MemoryBlobs();
    public final IntakeSignal signal = new IntakeSignal();
    private final HikariDataSource source = new HikariDataSource();
    public final DSLContext db;
    public final TransactionTemplate transaction;
    public final IntakeStore store;
    public final IntakeBatches batches;
    private final RightOfWay way = new RightOfWay(clock);
    private final Timers timers;

    public IntakeWorld() {
        source.setDataSource(TestDatabase.fresh().dataSource());
        source.setMaximumPoolSize(8);
        source.setMinimumIdle(0);
        db = DSL.using(new TransactionAwareDataSourceProxy(source), SQLDialect.POSTGRES);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
        transaction = new TransactionTemplate(transactions);
        timers = TimersOn.database(db, clock, transactions);
        store = new IntakeStore(db, blobs, clock);
        batches = new IntakeBatches(store, signal, transaction);
    }

    public IntakeWorkers workers(EnvelopeProcessor processor) {
        return new IntakeWorkers(store, signal, transaction, timers, way, clock, List.of(processor), new IntakeSettings(4));
    }

    /** Works until nothing is due. */
    public void drain(IntakeWorkers workers) {
        UUID worker = UUID.randomUUID();
        while (workers.step(worker)) { }
    }

    /** Waits out every back-off. */
    public void drainForGood(IntakeWorkers workers) {
        for (int i = 0; i < 4; i++) {
            drain(workers);
            clock.advance(Duration.ofMinutes(5));
        }
    }

    public IntakeStore.Stored receive(String id, String order) {
        IncomingEnvelope envelope = new IncomingEnvelope("test", "test", id, "message", List.of(brand), order, Map.of("id", id),
                Spool.of(id.getBytes(StandardCharsets.UTF_8)));
        return transaction.execute(status -> store.store(envelope));
    }

    public int count(String condition) {
        return db.fetchSingle("select count(*)::int from channels.envelope where " + condition).into(Integer.class);
    }

    @Override
    public void close() {
        source.close();
    }
}
