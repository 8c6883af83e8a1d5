package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.time.Clock;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PromiseId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** At the moment that its rule names, a promise that still runs is nearly due. */
@Component
class NearlyDue implements TimerHandler {
    static final String TIMER = "contacts.promise-soon";
    private final DSLContext db;
    private final Promises promises;
    private final Clock clock;

    NearlyDue(DSLContext db, Promises promises, Clock clock) {
        this.db = db;
        this.promises = promises;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return TIMER;
    }

    /** One that was moved since then has another timer; this one finds nothing left to do. */
    @Override
    public void fire(DueTimer timer) {
        db.update(PROMISE)
                .set(PROMISE.WARNED_AT, clock.instant())
                .where(PROMISE.ID.eq(PromiseId.of((String) timer.payload().get("promise")).value()))
                .and(PROMISE.STATE.eq("open"))
                .and(PROMISE.PAUSED_AT.isNull())
                .and(PROMISE.WARNED_AT.isNull())
                .and(PROMISE.WARN_AT.le(timer.dueAt()))
                .returning()
                .fetchOptional()
                .ifPresent(promise -> promises.presses(promise, ConversationId.of((String) timer.payload().get("conversation")).value()));
    }
}
