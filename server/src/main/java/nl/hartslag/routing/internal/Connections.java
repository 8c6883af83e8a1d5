package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.CONNECTION;
import static nl.hartslag.routing.internal.db.Tables.NODE;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.hartslag.platform.live.ConnectionListener;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose screens are connected, over all nodes. Each node keeps a row per person that it serves and shows now and then that
 * it lives; the rows of a silent node count for nothing.
 */
@Component
class Connections implements ConnectionListener {
    private final UUID node = Uuid7.next();
    private final Map<UserId, Integer> screens = new ConcurrentHashMap<>();
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Timers timers;
    private final Presences presences;
    private final RoutingSettings settings;
    private final Signals signals;

    Connections(
            DSLContext db, TransactionTemplate transactions, Clock clock, Timers timers, Presences presences,
            RoutingSettings settings, Signals signals) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.timers = timers;
        this.presences = presences;
        this.settings = settings;
        this.signals = signals;
    }

    @Override
    public void streamOpened(UserId user) {
        if (screens.merge(user, 1, Integer::sum) == 1) arrived(user);
    }

    @Override
    public void streamAlive(UserId user) {}

    @Override
    public void streamClosed(UserId user) {
        if (screens.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1) == null) left(user);
    }

    private void arrived(UserId user) {
        transactions.executeWithoutResult(_ -> {
            Instant now = clock.instant();
            register(Set.of(user), now);
            presences.ensure(user, now);
            signals.agent(user);
            signals.hands(user);
        });
    }

    private void left(UserId user) {
        transactions.executeWithoutResult(_ -> {
            timers.schedule(PersonGone.TIMER, user.toString(), clock.instant().plus(settings.lostAfter()), Map.of());
            db.deleteFrom(CONNECTION).where(CONNECTION.USER_ID.eq(user.value())).and(CONNECTION.NODE_ID.eq(node)).execute();
            signals.hands(user);
        });
        // a screen that came back while this was written down
        if (screens.containsKey(user)) arrived(user);
    }

    private void register(Set<UserId> users, Instant now) {
        db.insertInto(NODE).set(NODE.ID, node).set(NODE.SEEN_AT, now)
                .onConflict(NODE.ID).doUpdate().set(NODE.SEEN_AT, now).execute();
        users.forEach(user -> db.insertInto(CONNECTION)
                .set(CONNECTION.USER_ID, user.value()).set(CONNECTION.NODE_ID, node).onConflictDoNothing().execute());
    }

    boolean isConnected(UserId user) {
        return db.fetchExists(CONNECTION, CONNECTION.USER_ID.eq(user.value()));
    }

    /** Shows that this node lives. After a long pause others may have counted it out; then it counts itself in again. */
    void alive() {
        Instant now = clock.instant();
        transactions.executeWithoutResult(_ -> {
            int known = db.update(NODE).set(NODE.SEEN_AT, now).where(NODE.ID.eq(node)).execute();
            if (known == 0) register(Set.copyOf(screens.keySet()), now);
        });
    }

    /** Counts out nodes that are silent; whoever was only there is treated as gone. */
    void countOutSilentNodes() {
        Instant now = clock.instant();
        Instant limit = now.minus(settings.lostAfter());
        transactions.executeWithoutResult(_ -> {
            List<UUID> served = db.select(CONNECTION.USER_ID).from(CONNECTION).join(NODE).on(NODE.ID.eq(CONNECTION.NODE_ID))
                    .where(NODE.SEEN_AT.lt(limit)).fetch(CONNECTION.USER_ID);
            inOneOrder(served).forEach(user -> timers.schedule(PersonGone.TIMER, user.toString(), now, Map.of()));
            db.deleteFrom(NODE).where(NODE.SEEN_AT.lt(limit)).execute();
        });
    }

    /** This node stops: its people have time to come back through another. */
    void leaveAll() {
        transactions.executeWithoutResult(_ -> {
            Instant lostAt = clock.instant().plus(settings.lostAfter());
            inOneOrder(screens.keySet()).forEach(user -> timers.schedule(PersonGone.TIMER, user.toString(), lostAt, Map.of()));
            db.deleteFrom(NODE).where(NODE.ID.eq(node)).execute();
        });
    }

    /** Two nodes that go through the same people at once must meet them in the same order, or each waits for the other. */
    private static <T> List<T> inOneOrder(Collection<T> users) {
        return users.stream().sorted(Comparator.comparing(Object::toString)).toList();
    }
}
