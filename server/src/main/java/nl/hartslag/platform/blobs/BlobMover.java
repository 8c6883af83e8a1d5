package nl.hartslag.platform.blobs;

import static nl.hartslag.platform.internal.db.Tables.BLOB;
import static nl.hartslag.platform.internal.db.Tables.BLOB_CHUNK;
import static nl.hartslag.platform.internal.db.Tables.RELEASED_BLOB;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import nl.hartslag.platform.Loop;
import nl.hartslag.platform.internal.db.tables.records.BlobRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes blobs from the database to the object store, after the transaction that stored them. While the store is away they
 * stay where they are and nothing is lost. Two nodes moving the same one do no harm: it is the same object.
 */
@Component
class BlobMover implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BlobMover.class);
    private static final int AT_ONCE = 16;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(30);
    /** Whoever began to read the chunks before the move has them as long as this. */
    static final Duration CHUNKS_STAY = Duration.ofHours(1);
    private final DSLContext db;
    private final DatabaseBlobs blobs;
    private final KeptElsewhere elsewhere;
    private final ReleasedBlobs released;
    private final Clock clock;
    private volatile @Nullable Loop loop;

    BlobMover(DSLContext db, DatabaseBlobs blobs, KeptElsewhere elsewhere, ReleasedBlobs released, Clock clock) {
        this.db = db;
        this.blobs = blobs;
        this.elsewhere = elsewhere;
        this.released = released;
        this.clock = clock;
    }

    /** @return how many were moved */
    int move() throws IOException {
        ObjectStore store = elsewhere.store().orElseThrow();
        List<BlobRecord> claimed = claim();
        for (BlobRecord blob : claimed) {
            store.put(blob.getHash(), blob.getSize(), () -> blobs.chunks(blob.getHash()));
            int moved = db.update(BLOB)
                    .set(BLOB.STORED_IN, "s3").set(BLOB.MOVED_AT, clock.instant()).setNull(BLOB.MOVING_UNTIL)
                    .where(BLOB.HASH.eq(blob.getHash())).and(BLOB.STORED_IN.eq("database"))
                    .execute();
            if (moved == 0 && !db.fetchExists(BLOB, BLOB.HASH.eq(blob.getHash()))) released.leftInStore(blob.getHash());
        }
        return claimed.size();
    }

    /** What has chunks is all there is to look through: moved blobs lose them. */
    private List<BlobRecord> claim() {
        Instant now = clock.instant();
        var waiting = db.select(BLOB.HASH)
                .from(BLOB_CHUNK).join(BLOB).on(BLOB.HASH.eq(BLOB_CHUNK.HASH))
                .where(BLOB_CHUNK.POSITION.eq(0)).and(BLOB.STORED_IN.eq("database"))
                .and(BLOB.MOVING_UNTIL.isNull().or(BLOB.MOVING_UNTIL.lt(now)))
                // the same bytes are about to be deleted there
                .and(DSL.notExists(DSL.selectOne().from(RELEASED_BLOB).where(RELEASED_BLOB.HASH.eq(BLOB.HASH))))
                .limit(AT_ONCE).forUpdate().of(BLOB).skipLocked();
        return db.update(BLOB).set(BLOB.MOVING_UNTIL, now.plus(LEASE)).where(BLOB.HASH.in(waiting)).returning().fetch();
    }

    int forgetChunks() {
        return db.deleteFrom(BLOB_CHUNK)
                .where(BLOB_CHUNK.HASH.in(db.select(BLOB.HASH)
                        .from(BLOB_CHUNK).join(BLOB).on(BLOB.HASH.eq(BLOB_CHUNK.HASH))
                        .where(BLOB_CHUNK.POSITION.eq(0)).and(BLOB.STORED_IN.eq("s3"))
                        .and(BLOB.MOVED_AT.lt(clock.instant().minus(CHUNKS_STAY)))
                        .limit(AT_ONCE)))
                .execute();
    }

    private void step() throws InterruptedException {
        try {
            int done = move() + forgetChunks();
            if (done == 0) Thread.sleep(LOOK);
        } catch (IOException away) {
            LOG.warn("files wait in the database, the object store does not take them: {}", away.toString());
            db.update(BLOB).setNull(BLOB.MOVING_UNTIL).where(BLOB.MOVING_UNTIL.isNotNull()).and(BLOB.STORED_IN.eq("database"))
                    .and(BLOB.HASH.in(db.select(BLOB_CHUNK.HASH).from(BLOB_CHUNK).where(BLOB_CHUNK.POSITION.eq(0)))).execute();
            Thread.sleep(AFTER_FAULT);
        }
    }

    @Override
    public boolean isAutoStartup() {
        return elsewhere.newOnes();
    }

    @Override
    public void start() {
        loop = Loop.start("blob-mover", this::step);
    }

    @Override
    public void stop() {
        Loop running = loop;
        if (running != null) running.stop();
        loop = null;
    }

    @Override
    public boolean isRunning() {
        return loop != null;
    }
}
