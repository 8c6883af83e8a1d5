package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.PLANNED_ANSWER;
import static nl.hartslag.contacts.internal.db.Tables.UPLOAD;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.platform.blobs.ReleasedBlobs;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** A file that was put beside words which were never sent goes after a week. */
@Component
class UploadsLeft implements TimerHandler {
    static final Duration KEPT = Duration.ofDays(7);
    private static final String KIND = "contacts.uploads-left";
    private static final int AT_ONCE = 200;
    /** Goes along with no answer that is still to leave, or that was stopped and not taken back. */
    static final Condition FREE = UPLOAD.PLANNED_ANSWER_ID.isNull().or(DSL.notExists(DSL.selectOne().from(PLANNED_ANSWER)
            .where(PLANNED_ANSWER.ID.eq(UPLOAD.PLANNED_ANSWER_ID)).and(PLANNED_ANSWER.STATE.in("planned", "stopped"))));
    private final DSLContext db;
    private final ReleasedBlobs files;
    private final Timers timers;
    private final Clock clock;

    UploadsLeft(DSLContext db, ReleasedBlobs files, Timers timers, Clock clock) {
        this.db = db;
        this.files = files;
        this.timers = timers;
        this.clock = clock;
    }

    /** One timer for all that are put there in an hour. */
    void goLater() {
        Instant hour = clock.instant().plus(KEPT).truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        timers.schedule(KIND, hour.toString(), hour, Map.of());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        List<UUID> some = db.select(UPLOAD.ID).from(UPLOAD).where(UPLOAD.UPLOADED_AT.lt(clock.instant().minus(KEPT))).and(FREE)
                .orderBy(UPLOAD.UPLOADED_AT).limit(AT_ONCE)
                .forUpdate().skipLocked().fetch(UPLOAD.ID);
        files.release(db.deleteFrom(UPLOAD).where(UPLOAD.ID.in(some)).returning(UPLOAD.BLOB_HASH).fetch(UPLOAD.BLOB_HASH));
        if (some.size() == AT_ONCE) timers.schedule(KIND, timer.key() + "+", clock.instant(), Map.of());
    }
}
