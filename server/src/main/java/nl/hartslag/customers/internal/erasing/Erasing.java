package nl.hartslag.customers.internal.erasing;

import static nl.hartslag.customers.internal.db.Tables.ERASURE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.internal.db.tables.records.ErasureRecord;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does one part of the work of an erasure in each transaction, and goes on after a crash where it was. The modules are asked in turn until a
 * whole round finds nothing: what arrived meanwhile is found in the next.
 */
@Component
class Erasing implements TimerHandler {
    static final String KIND = "erase-customer";
    private static final Duration ASKS_AGAIN = Duration.ofMinutes(15);
    private final DSLContext db;
    private final Customers customers;
    private final ObjectProvider<PersonalData> modules;
    private final Receipts receipts;
    private final ErasureFile file;
    private final Secrets secrets;
    private final Audit audit;
    private final Timers timers;
    private final JsonMapper json;
    private final TransactionTemplate alone;
    private final Clock clock;

    Erasing(DSLContext db, Customers customers, ObjectProvider<PersonalData> modules, Receipts receipts, ErasureFile file, Secrets secrets, Audit audit, Timers timers,
            JsonMapper json, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.customers = customers;
        this.modules = modules;
        this.receipts = receipts;
        this.file = file;
        this.secrets = secrets;
        this.audit = audit;
        this.timers = timers;
        this.json = json;
        this.alone = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    void later(UUID erasure, Instant at) {
        timers.schedule(KIND, erasure.toString(), at, Map.of());
    }

    /** All that leads to the person, also what came since. */
    Traces traces(Traces known) {
        Traces all = known;
        for (PersonalData module : inTurn()) all = module.trace(all);
        return all;
    }

    List<PersonalData> inTurn() {
        return modules.orderedStream().toList();
    }

    String sealed(Traces traces) {
        return secrets.seal(json.writeValueAsString(traces));
    }

    @Override
    public void fire(DueTimer timer) {
        ErasureRecord row = db.selectFrom(ERASURE).where(ERASURE.ID.eq(UUID.fromString(timer.key()))).forUpdate().fetchOne();
        if (row == null || row.getTraces() == null) return;
        Traces person = traces(json.readValue(secrets.open(row.getTraces()), Traces.class));
        if (row.getState().equals("waiting")) {
            if (held(person)) {
                later(row.getId(), clock.instant().plus(ASKS_AGAIN));
                return;
            }
            row.setState("running");
        }
        step(row, person);
        row.update();
    }

    /** Of who is one with others nothing goes before all of it can. */
    private boolean held(Traces person) {
        return customers.together(person.customer()).stream()
                .map(card -> card.equals(person.customer()) ? person : traces(Traces.of(person.brand(), card, person.ordersToo())))
                .anyMatch(one -> inTurn().stream().anyMatch(module -> !module.held(one).isEmpty()));
    }

    /** In transactions of their own, until nothing of it is left to do or it waits. The timers of another node may be at it too. */
    void toTheEnd(UUID erasure) {
        DueTimer now = new DueTimer(KIND, erasure.toString(), clock.instant(), Map.of());
        while (db.fetchExists(ERASURE, ERASURE.ID.eq(erasure).and(ERASURE.STATE.eq("running")).and(ERASURE.TRACES.isNotNull()))) {
            try {
                alone.executeWithoutResult(_ -> fire(now));
            } catch (PessimisticLockingFailureException other) {
                // what the other one did stands, and it goes on from there
            }
        }
    }

    private void step(ErasureRecord row, Traces person) {
        List<PersonalData> all = inTurn();
        if (row.getStep() >= all.size()) {
            if (!row.getFound()) {
                finish(row);
                return;
            }
            row.setStep(0);
            row.setFound(false);
        }
        Map<String, Integer> erased = all.get(row.getStep()).erase(person);
        if (erased.isEmpty()) row.setStep(row.getStep() + 1);
        else row.setFound(true);
        // done once more, it counts what it counted the first time
        if (row.getFinishedAt() == null) row.setErased(receipts.written(new Counts().add(receipts.read(row.getErased())).add(erased).all()));
        row.setTraces(sealed(person));
        later(row.getId(), clock.instant());
    }

    private void finish(ErasureRecord row) {
        row.setState("done");
        row.setTraces(null);
        if (row.getFinishedAt() == null) row.setFinishedAt(clock.instant());
        else row.setRepeatedAt(clock.instant());
        audit.recordSystem("customer.erased", "erasure", row.getId().toString(), Map.of("number", row.getNumber()));
        AfterCommit.run(file::write);
    }
}
