package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.CHAT;
import static nl.hartslag.channels.internal.db.Tables.VISITOR;
import static nl.hartslag.channels.internal.db.Tables.VISITOR_FILE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import org.jooq.DSLContext;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes visitors who did not come back, with what hangs on their browser only, and files that never became part of a message. */
@Component
class ForgottenVisitors implements TimerHandler {
    private static final String KIND = "webchat.forget";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final Duration FILE_WAITS = Duration.ofDays(1);
    private final DSLContext db;
    private final Timers timers;
    private final Clock clock;

    ForgottenVisitors(DSLContext db, Timers timers, Clock clock) {
        this.db = db;
        this.timers = timers;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void begin() {
        timers.schedule(KIND, "all", clock.instant().plus(EVERY), Map.of());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        Instant now = clock.instant();
        Instant gone = now.minus(Visitors.FORGOTTEN_AFTER);
        db.deleteFrom(VISITOR_FILE).where(VISITOR_FILE.UPLOADED_AT.lt(now.minus(FILE_WAITS))).execute();
        db.deleteFrom(CHAT).where(CHAT.VISITOR_ID.in(db.select(VISITOR.ID).from(VISITOR).where(VISITOR.LAST_SEEN_AT.lt(gone)))).execute();
        db.deleteFrom(VISITOR).where(VISITOR.LAST_SEEN_AT.lt(gone)).execute();
        timers.schedule(KIND, "all", now.plus(EVERY), Map.of());
    }
}
