package nl.hartslag.organisation.internal;

import static nl.hartslag.organisation.internal.db.Tables.VERSION;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import nl.hartslag.organisation.OrganisationChanged;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what is asked often. A change on this node shows at its commit; one on another node within two seconds, when the
 * version in the database is looked at again.
 */
@Component
class OrganisationMemory {
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();
    private final DSLContext db;
    private final SnapshotReader reader;
    private final LiveStream live;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Snapshot kept;
    private volatile long lookedAt;
    /** Guarded by {@code this}, together with writing what is kept. */
    private long changes;

    OrganisationMemory(DSLContext db, SnapshotReader reader, LiveStream live, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.reader = reader;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /** What is known; inside a transaction that changed something, what that transaction sees. */
    Snapshot snapshot() {
        if (TransactionSynchronizationManager.hasResource(this)) return reader.read();
        Snapshot known = kept;
        if (known != null && System.nanoTime() - lookedAt < LOOK_AGAIN_NANOS) return known;
        return look(known);
    }

    /** One thread looks; meanwhile others go on with what is known, and wait only when nothing is. */
    private Snapshot look(@Nullable Snapshot known) {
        if (known != null && !looking.tryLock()) return known;
        if (known == null) looking.lock();
        try {
            long before = changes();
            Snapshot current = kept;
            long started = System.nanoTime();
            if (current == null || reader.version() != current.version()) current = reader.read();
            keep(current, started, before);
            return current;
        } finally {
            looking.unlock();
        }
    }

    private synchronized long changes() {
        return changes;
    }

    /** What was read before a change was committed here is not kept after it. */
    private synchronized void keep(Snapshot read, long at, long before) {
        if (changes != before) return;
        kept = read;
        lookedAt = at;
    }

    private synchronized void forget() {
        changes++;
        kept = null;
    }

    /** Called in the transaction that changes something. */
    void changed(String kind, String subject, Optional<BrandId> brand, Access access) {
        db.update(VERSION).set(VERSION.NUMBER, VERSION.NUMBER.plus(1)).execute();
        live.publish(new LiveEvent(
                "organisation.changed", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of()));
        ChangingTransaction.mark(this);
        AfterCommit.once(this, this::forget);
        events.publishEvent(new OrganisationChanged(kind, subject, brand, access.user(), access.name(), clock.instant()));
    }
}
