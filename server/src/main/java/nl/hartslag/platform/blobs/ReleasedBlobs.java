package nl.hartslag.platform.blobs;

import static nl.hartslag.platform.internal.db.Tables.BLOB;
import static nl.hartslag.platform.internal.db.Tables.RELEASED_BLOB;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.internal.db.tables.records.ReleasedBlobRecord;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes files that somebody let go of, when nobody else keeps the same bytes. Whoever stored those bytes again a moment ago may not have
 * written down yet what for, so they stay until he must have.
 */
@Component
public class ReleasedBlobs implements TimerHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ReleasedBlobs.class);
    private static final String KIND = "blobs.release";
    private static final int AT_ONCE = 100;
    private static final Duration STORE_AWAY = Duration.ofMinutes(15);
    /** Longer than the object store may take to answer. */
    private static final Duration LEASE = Duration.ofMinutes(10);
    /** Longer than anything takes from storing bytes to the row that names them. */
    static final Duration WANTED = Duration.ofHours(1);
    private final DSLContext db;
    private final ObjectProvider<BlobUser> users;
    private final KeptElsewhere elsewhere;
    private final Timers timers;
    private final TransactionTemplate alone;
    /** The store answers in its own time, and what has committed still holds its connection. One works and one waits, which sees all that was listed until it begins. */
    private final ThreadPoolExecutor besides = new ThreadPoolExecutor(
            0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), Thread.ofPlatform().name("blobs-released").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final Clock clock;

    ReleasedBlobs(DSLContext db, ObjectProvider<BlobUser> users, KeptElsewhere elsewhere, Timers timers, PlatformTransactionManager transactions, Clock clock) {
        this.db = db;
        this.users = users;
        this.elsewhere = elsewhere;
        this.timers = timers;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Inside the transaction that lets go of them. */
    public void release(Collection<String> hashes) {
        Set<String> each = new HashSet<>(hashes);
        each.remove("");
        if (each.isEmpty()) return;
        db.batch(each.stream().map(hash -> db.insertInto(RELEASED_BLOB, RELEASED_BLOB.HASH, RELEASED_BLOB.RELEASED_AT)
                .values(hash, clock.instant()).onConflictDoNothing()).toList()).execute();
        timers.schedule(KIND, "all", clock.instant(), Map.of());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        boolean more = delete() == AT_ONCE;
        if (more) timers.schedule(KIND, "all", clock.instant(), Map.of());
        else if (db.fetchExists(RELEASED_BLOB)) timers.schedule(KIND, "all", clock.instant().plus(STORE_AWAY), Map.of());
    }

    /** Those in the database go with this transaction, those in an object store after it, beside the work; after a crash the timer finds them. @return how many were looked at */
    public int delete() {
        List<String> listed = db.selectFrom(RELEASED_BLOB).where(RELEASED_BLOB.ELSEWHERE.isFalse())
                .andNotExists(DSL.selectOne().from(BLOB).where(BLOB.HASH.eq(RELEASED_BLOB.HASH)).and(wanted()))
                .orderBy(RELEASED_BLOB.HASH).limit(AT_ONCE).forUpdate().skipLocked().fetch(ReleasedBlobRecord::getHash);
        Set<String> kept = new HashSet<>();
        if (!listed.isEmpty()) users.forEach(user -> kept.addAll(user.uses(listed)));
        Set<String> unused = new HashSet<>(listed);
        unused.removeAll(kept);
        // whoever wants one of them at this moment has its row, and we wait to see that he does
        List<String> inStore = db.deleteFrom(BLOB).where(BLOB.HASH.in(unused)).andNot(wanted()).returning(BLOB.HASH, BLOB.STORED_IN).fetch().stream()
                .filter(blob -> blob.getStoredIn().equals("s3")).map(blob -> blob.getHash()).toList();
        db.update(RELEASED_BLOB).set(RELEASED_BLOB.ELSEWHERE, true).where(RELEASED_BLOB.HASH.in(inStore)).execute();
        db.deleteFrom(RELEASED_BLOB).where(RELEASED_BLOB.HASH.in(listed)).and(RELEASED_BLOB.ELSEWHERE.isFalse())
                .andNotExists(DSL.selectOne().from(BLOB).where(BLOB.HASH.eq(RELEASED_BLOB.HASH)).and(wanted())).execute();
        if (elsewhere.store().isPresent()) AfterCommit.once(this, () -> besides.execute(this::deleteInStore));
        return listed.size();
    }

    private Condition wanted() {
        return BLOB.WANTED_AT.isNotNull().and(BLOB.WANTED_AT.gt(clock.instant().minus(WANTED)));
    }

    /** Was brought to the object store while it was deleted here. */
    void leftInStore(String hash) {
        db.insertInto(RELEASED_BLOB, RELEASED_BLOB.HASH, RELEASED_BLOB.RELEASED_AT, RELEASED_BLOB.ELSEWHERE).values(hash, clock.instant(), true)
                .onConflict(RELEASED_BLOB.HASH).doUpdate().set(RELEASED_BLOB.ELSEWHERE, true).execute();
        timers.schedule(KIND, "all", clock.instant(), Map.of());
    }

    private void deleteInStore() {
        try {
            for (String hash : alone(() -> db.select(RELEASED_BLOB.HASH).from(RELEASED_BLOB).where(RELEASED_BLOB.ELSEWHERE.isTrue()).fetch(RELEASED_BLOB.HASH))) {
                deleteInStore(hash);
            }
        } catch (IOException | RuntimeException away) {
            LOG.warn("files to be deleted wait, the object store or the database does not answer: {}", away.toString());
        }
    }

    /** Until its row is gone nothing with these bytes is moved to the store. Whoever claims it asks the store; another node that read of it leaves it, or finds it gone. */
    private void deleteInStore(String hash) throws IOException {
        Instant now = clock.instant();
        int claimed = alone(() -> db.update(RELEASED_BLOB).set(RELEASED_BLOB.DELETING_UNTIL, now.plus(LEASE))
                .where(RELEASED_BLOB.HASH.eq(hash)).and(RELEASED_BLOB.ELSEWHERE).and(RELEASED_BLOB.DELETING_UNTIL.isNull().or(RELEASED_BLOB.DELETING_UNTIL.le(now))).execute());
        if (claimed == 0) return;
        try {
            elsewhere.store().orElseThrow().delete(hash);
        } catch (IOException away) {
            alone(() -> db.update(RELEASED_BLOB).setNull(RELEASED_BLOB.DELETING_UNTIL).where(RELEASED_BLOB.HASH.eq(hash)).execute());
            throw away;
        }
        alone(() -> forget(hash));
    }

    /** The same bytes may have come back here and been let go of again. */
    private int forget(String hash) {
        boolean hereAgain = db.fetchExists(BLOB, BLOB.HASH.eq(hash));
        return hereAgain
                ? db.update(RELEASED_BLOB).set(RELEASED_BLOB.ELSEWHERE, false).setNull(RELEASED_BLOB.DELETING_UNTIL).where(RELEASED_BLOB.HASH.eq(hash)).execute()
                : db.deleteFrom(RELEASED_BLOB).where(RELEASED_BLOB.HASH.eq(hash)).execute();
    }

    private <T> T alone(Supplier<T> work) {
        return Objects.requireNonNull(alone.execute(_ -> work.get()));
    }
}
