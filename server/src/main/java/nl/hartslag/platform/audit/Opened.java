package nl.hartslag.platform.audit;

import static nl.hartslag.platform.internal.db.Tables.OPENED;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Marks who has what open, so that reading on in it is no news. */
@Component
class Opened {
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
    private static final int SWEEP = 100;
    private final DSLContext db;
    private final Clock clock;

    Opened(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return whether this person opens it now, and not only goes on reading what he opened less than ten minutes ago */
    boolean first(UserId user, String subjectType, String subjectId) {
        Instant now = clock.instant();
        Instant before = now.minus(AGAIN_AFTER);
        Condition same = OPENED.USER_ID.eq(user.value()).and(OPENED.SUBJECT_TYPE.eq(subjectType)).and(OPENED.SUBJECT_ID.eq(subjectId));
        // asked first, because reading on happens with every message and shall write nothing
        if (db.fetchExists(OPENED, same.and(OPENED.AT.gt(before)))) return false;
        int marked = db.insertInto(OPENED)
                .set(OPENED.USER_ID, user.value())
                .set(OPENED.SUBJECT_TYPE, subjectType)
                .set(OPENED.SUBJECT_ID, subjectId)
                .set(OPENED.AT, now)
                .onConflict(OPENED.USER_ID, OPENED.SUBJECT_TYPE, OPENED.SUBJECT_ID)
                .doUpdate()
                .set(OPENED.AT, now)
                .where(OPENED.AT.le(before))
                .execute();
        if (marked > 0) sweep(before);
        return marked > 0;
    }

    /** Old marks are of no use any more; those another transaction has in hand are left for a next time. */
    private void sweep(Instant before) {
        db.deleteFrom(OPENED)
                .where(DSL.row(OPENED.USER_ID, OPENED.SUBJECT_TYPE, OPENED.SUBJECT_ID)
                        .in(DSL.select(OPENED.USER_ID, OPENED.SUBJECT_TYPE, OPENED.SUBJECT_ID)
                                .from(OPENED)
                                .where(OPENED.AT.lt(before))
                                .limit(SWEEP)
                                .forUpdate()
                                .skipLocked()))
                .execute();
    }
}
