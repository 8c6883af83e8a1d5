package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.BULK_WORK;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.desk.BulkWork;
import nl.hartslag.desk.internal.db.tables.records.BulkWorkRecord;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What was only looked at goes after an hour, the rest after seven days. */
@Component
class BulkForget implements TimerHandler {
    private static final String TIMER = "desk.bulk-forget";
    private static final Duration ONLY_LOOKED_AT = Duration.ofHours(1);
    private final DSLContext database;
    private final Timers timers;

    BulkForget(DSLContext database, Timers timers) {
        this.database = database;
        this.timers = timers;
    }

    void laterOn(BulkWorkRecord work) {
        timers.schedule(TIMER, work.getId().toString(), work.getMadeAt().plus(ONLY_LOOKED_AT), Map.of());
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        BulkWorkRecord work = database.selectFrom(BULK_WORK).where(BULK_WORK.ID.eq(UUID.fromString(timer.key()))).forUpdate().fetchOne();
        if (work == null) return;
        Instant end = work.getMadeAt().plus(BulkWork.KEPT);
        if (work.getState().equals("prepared") || !timer.dueAt().isBefore(end)) work.delete();
        else timers.schedule(TIMER, timer.key(), end, Map.of());
    }
}
