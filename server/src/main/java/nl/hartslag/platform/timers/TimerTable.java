package nl.hartslag.platform.timers;

import static nl.hartslag.platform.internal.db.Tables.TIMER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.database.Batches;
import nl.hartslag.platform.internal.db.tables.records.TimerRecord;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Timers as rows. A timer goes in the same transaction as its work is done, so a crash leaves it due. */
@Component
class TimerTable implements Timers {
    private static final Logger LOG = LoggerFactory.getLogger(TimerTable.class);
    static final int SET_ASIDE_AFTER = 12;
    /** The timers of work done together, until it is done. */
    private static final ScopedValue<Map<Name, TimerRecord>> GATHERED = ScopedValue.newInstance();
    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;
    private final TimerSignal signal;
    private final TransactionTemplate toSavepoint;

    TimerTable(
            DSLContext db, JsonMapper json, Clock clock, TimerSignal signal, PlatformTransactionManager transactions) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.signal = signal;
        this.toSavepoint = new TransactionTemplate(transactions);
        this.toSavepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    private record Name(String kind, String key) {}

    @Override
    public void schedule(String kind, String key, Instant dueAt, Map<String, ?> payload) {
        TimerRecord row = new TimerRecord();
        row.setId(Uuid7.next());
        row.setKind(kind);
        row.setKey(key);
        row.setDueAt(dueAt);
        row.setPayload(JSONB.valueOf(json.writeValueAsString(payload)));
        if (GATHERED.isBound()) GATHERED.get().put(new Name(kind, key), row);
        else store(List.of(row));
    }

    @Override
    public void together(Runnable work) {
        Map<Name, TimerRecord> gathered = new LinkedHashMap<>();
        ScopedValue.where(GATHERED, gathered).run(work);
        if (!gathered.isEmpty()) store(gathered.values());
    }

    private void store(Collection<TimerRecord> rows) {
        Batches.insert(db, rows, insert -> insert.onConflict(TIMER.KIND, TIMER.KEY)
                .doUpdate()
                .set(TIMER.DUE_AT, DSL.excluded(TIMER.DUE_AT))
                .set(TIMER.PAYLOAD, DSL.excluded(TIMER.PAYLOAD))
                .set(TIMER.ATTEMPTS, DSL.excluded(TIMER.ATTEMPTS))
                .set(TIMER.ERROR, DSL.excluded(TIMER.ERROR))
                .set(TIMER.SET_ASIDE_AT, DSL.excluded(TIMER.SET_ASIDE_AT)));
        AfterCommit.once(this, signal.stored::call);
    }

    @Override
    public void cancel(String kind, String key) {
        if (GATHERED.isBound()) GATHERED.get().remove(new Name(kind, key));
        db.deleteFrom(TIMER).where(TIMER.KIND.eq(kind)).and(TIMER.KEY.eq(key)).execute();
    }

    /** When the next timer of these kinds is due. */
    Optional<Instant> nextDue(Collection<String> kinds) {
        return db.select(DSL.min(TIMER.DUE_AT))
                .from(TIMER)
                .where(TIMER.SET_ASIDE_AT.isNull())
                .and(TIMER.KIND.in(kinds))
                .fetchOptional(0, Instant.class);
    }

    /**
     * Runs one due timer, if there is one that nobody else has in hand. The row stays locked until the transaction ends:
     * after a fault the work is undone to a savepoint and the failed try is recorded, before another can take it.
     */
    @Transactional
    public boolean fireOne(Map<String, TimerHandler> handlers) {
        Instant now = clock.instant();
        Optional<TimerRecord> due = db.selectFrom(TIMER)
                .where(TIMER.DUE_AT.le(now))
                .and(TIMER.SET_ASIDE_AT.isNull())
                .and(TIMER.KIND.in(handlers.keySet()))
                .orderBy(TIMER.DUE_AT)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional();
        due.ifPresent(timer -> {
            try {
                toSavepoint.executeWithoutResult(status -> fire(timer, handlers.get(timer.getKind())));
            } catch (RuntimeException fault) {
                LOG.warn("timer {} {} failed, try {}", timer.getKind(), timer.getId(), timer.getAttempts() + 1, fault);
                failed(timer, fault.toString());
            }
        });
        return due.isPresent();
    }

    /** The row goes first, so that the work may schedule the same timer anew. */
    private void fire(TimerRecord timer, TimerHandler handler) {
        db.deleteFrom(TIMER).where(TIMER.ID.eq(timer.getId())).execute();
        handler.fire(new TimerHandler.DueTimer(
                timer.getKind(),
                timer.getKey(),
                timer.getDueAt(),
                json.readValue(timer.getPayload().data(), PAYLOAD)));
    }

    /** Later again, and after too many tries set aside where people see it. */
    private void failed(TimerRecord timer, String error) {
        int attempts = timer.getAttempts() + 1;
        Duration pause = Duration.ofSeconds(Math.min(600, 1L << Math.min(attempts, 9)));
        db.update(TIMER)
                .set(TIMER.ATTEMPTS, attempts)
                .set(TIMER.ERROR, error)
                .set(TIMER.DUE_AT, clock.instant().plus(pause))
                .set(TIMER.SET_ASIDE_AT, attempts >= SET_ASIDE_AFTER ? clock.instant() : null)
                .where(TIMER.ID.eq(timer.getId()))
                .execute();
    }
}
