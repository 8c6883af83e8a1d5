package nl.hartslag.platform.live;

import static nl.hartslag.platform.internal.db.Tables.LIVE_LOG;
import static nl.hartslag.platform.internal.db.Tables.LIVE_PENDING;
import static nl.hartslag.platform.internal.db.Tables.LIVE_POSITION;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.database.Batches;
import nl.hartslag.platform.internal.db.tables.records.LivePendingRecord;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The log in the database: writers append without a number, a numbering transaction gives positions. */
@Component
class LiveLog implements LiveStream {
    static final String CHANNEL = "hartslag_live";
    private static final int BATCH = 2_000;
    private final DSLContext db;
    private final JsonMapper json;
    private final Clock clock;
    private final LiveSignals signals;

    LiveLog(DSLContext db, JsonMapper json, Clock clock, LiveSignals signals) {
        this.db = db;
        this.json = json;
        this.clock = clock;
        this.signals = signals;
    }

    @Override
    public void publish(List<LiveEvent> events) {
        if (events.isEmpty()) return;
        Instant now = clock.instant();
        Batches.insert(db, events.stream().map(event -> row(event, now)).toList());
        AfterCommit.once(this, signals.numbering::call);
    }

    private LivePendingRecord row(LiveEvent event, Instant now) {
        LivePendingRecord row = new LivePendingRecord();
        row.setKind(event.kind());
        row.setBrandId(event.brand().map(BrandId::value).orElse(null));
        row.setPartnerId(event.partner().map(PartnerId::value).orElse(null));
        row.setPermission(event.permission().map(Permission::key).orElse(null));
        row.setUserId(event.user().map(UserId::value).orElse(null));
        row.setPayload(JSONB.valueOf(json.writeValueAsString(event.payload())));
        row.setAt(now);
        return row;
    }

    /**
     * Moves what was committed since to the log. Only one such transaction runs at a time, because it holds the row with
     * the last position; so a position is visible only when all lower ones are. A writer that commits late gets a later
     * position and holds nobody up.
     *
     * @return how many were numbered
     */
    @Transactional
    public int number() {
        if (!db.fetchExists(LIVE_PENDING)) return 0;
        long last = db.select(LIVE_POSITION.LAST).from(LIVE_POSITION).forUpdate().fetchSingle().value1();
        int numbered = db.execute("""
                with batch as (
                    delete from platform.live_pending
                    where id in (select id from platform.live_pending order by id limit %d for update skip locked)
                    returning *)
                insert into platform.live_log (position, kind, brand_id, partner_id, permission, user_id, payload, at)
                select {0} + row_number() over (order by id), kind, brand_id, partner_id, permission, user_id, payload, at
                from batch""".formatted(BATCH), org.jooq.impl.DSL.val(last));
        if (numbered > 0) {
            db.update(LIVE_POSITION).set(LIVE_POSITION.LAST, last + numbered).execute();
            db.fetch("select pg_notify({0}, '')", org.jooq.impl.DSL.inline(CHANNEL));
        }
        return numbered;
    }

    boolean more(int numbered) {
        return numbered == BATCH;
    }

    long lastPosition() {
        return db.select(LIVE_POSITION.LAST).from(LIVE_POSITION).fetchSingle().value1();
    }

    /** The first position that is still kept; one past the last when the log is empty. */
    long firstPosition() {
        Long first = db.select(org.jooq.impl.DSL.min(LIVE_LOG.POSITION)).from(LIVE_LOG).fetchSingle().value1();
        return first == null ? lastPosition() + 1 : first;
    }

    List<NumberedEvent> after(long position, int limit) {
        return db.selectFrom(LIVE_LOG)
                .where(LIVE_LOG.POSITION.gt(position))
                .orderBy(LIVE_LOG.POSITION)
                .limit(limit)
                .fetch(NumberedEvent::of);
    }

    /** Forgets what is older than a day: a screen that was away longer loads anew. */
    @Transactional
    public int forget(Duration kept) {
        return db.deleteFrom(LIVE_LOG).where(LIVE_LOG.AT.lt(clock.instant().minus(kept))).execute();
    }
}
