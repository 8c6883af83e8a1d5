package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.HANDLED;
import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.hartslag.platform.Loop;
import nl.hartslag.routing.internal.rules.Candidate;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * What this node does by itself: it looks at what was signalled the moment it happens, and makes its rounds, so that
 * nothing stays behind when a signal was lost with the node that had it.
 */
@Component
class Rounds implements SmartLifecycle {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int LOOKERS = 2;
    private static final int AT_ONCE = 32;
    private final DSLContext db;
    private final Clock clock;
    private final Signals signals;
    private final Matching matching;
    private final Offers offers;
    private final Presences presences;
    private final ByName byName;
    private final LeftBehind leftBehind;
    private final Queues queues;
    private final Connections connections;
    private final Figures figures;
    private final Turns turns;
    private final SharesTaken shares;
    private final List<Loop> loops = new ArrayList<>();

    Rounds(
            DSLContext db, Clock clock, Signals signals, Matching matching, Offers offers, Presences presences,
            ByName byName, LeftBehind leftBehind, Queues queues, Connections connections, Figures figures,
            Turns turns, SharesTaken shares) {
        this.db = db;
        this.clock = clock;
        this.signals = signals;
        this.matching = matching;
        this.offers = offers;
        this.presences = presences;
        this.byName = byName;
        this.leftBehind = leftBehind;
        this.queues = queues;
        this.connections = connections;
        this.figures = figures;
        this.turns = turns;
        this.shares = shares;
    }

    /** One round over everything. Any node may do it at any time; what another does meanwhile is no harm. */
    void make() {
        connections.countOutSilentNodes();
        offers.overdue().forEach(offers::expire);
        byName.free();
        leftBehind.free();
        turns.findLost();
        turns.passOnWhatIsClosed();
        for (Candidate candidate : presences.candidates()) {
            if (!candidate.asked() && candidate.hands().room() && hasWork(candidate)) {
                matching.findSomethingFor(candidate.agent().user());
            }
        }
    }

    private boolean hasWork(Candidate candidate) {
        UserId user = candidate.agent().user();
        Set<QueueId> fitting = queues.reachOf(candidate.agent(), _ -> true).keySet();
        return db.fetchExists(WAITING, WAITING.OFFERED_TO.isNull().and(WAITING.PREFERRED_USER.eq(user.value())
                .or(WAITING.QUEUE_ID.in(fitting.stream().map(QueueId::value).toList()))));
    }

    /** Looks at all that was signalled so far, in the calling thread. */
    void catchUp() {
        for (var subjects = signals.take(AT_ONCE); !subjects.isEmpty(); subjects = signals.take(AT_ONCE)) matching.lookAt(subjects);
    }

    private void goRound() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            figures.tell();
            Thread.sleep(PAUSE);
            if (i % 4 == 3) make();
        }
        connections.alive();
        presences.renew();
        shares.forgetOld();
        db.deleteFrom(HANDLED).where(HANDLED.ENDED_AT.lt(clock.instant().minus(Duration.ofDays(1)))).execute();
    }

    @Override
    public void start() {
        connections.alive();
        for (int i = 0; i < LOOKERS; i++) loops.add(Loop.start("routing-" + i, () -> matching.lookAt(signals.await(AT_ONCE))));
        loops.add(Loop.start("routing-rounds", this::goRound));
    }

    @Override
    public void stop() {
        connections.leaveAll();
        loops.forEach(Loop::stop);
        loops.clear();
    }

    @Override
    public boolean isRunning() {
        return !loops.isEmpty();
    }
}
