package nl.hartslag.platform.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import nl.hartslag.platform.Loop;
import nl.hartslag.platform.problem.Problem;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Follows the log on this node, keeps the newest part in memory and hands it to the open streams. */
@Component
class LiveReader implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final int KEPT_IN_MEMORY = 20_000;
    private static final Duration START = Duration.ofSeconds(5);
    private static final Duration LOOK_ANYWAY = Duration.ofMillis(500);
    private final LiveLog log;
    private final LiveSignals signals;
    private final DataSource source;
    private final Set<LiveSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final ArrayDeque<NumberedEvent> recent = new ArrayDeque<>();
    private final List<Loop> loops = new ArrayList<>();
    private long position = -1;
    private volatile boolean running;

    LiveReader(LiveLog log, LiveSignals signals, DataSource source) {
        this.log = log;
        this.signals = signals;
        this.source = source;
    }

    /**
     * Joins a stream to what is read from now on. Who comes back in the first moment after a start waits until it is known where
     * the log ends; otherwise it would be told that it missed something.
     *
     * @return the position it starts after
     */
    synchronized long join(LiveSubscription subscription) throws InterruptedException {
        long givenUp = System.nanoTime() + START.toNanos();
        while (position < 0 && System.nanoTime() < givenUp) wait(100);
        if (position < 0) throw Problem.of("system/not-ready", 503);
        subscriptions.add(subscription);
        return position;
    }

    void leave(LiveSubscription subscription) {
        subscriptions.remove(subscription);
    }

    int streams() {
        return subscriptions.size();
    }

    /** Events in (after, upTo] from memory; empty when memory does not reach back that far. */
    synchronized Optional<List<NumberedEvent>> recent(long after, long upTo) {
        if (after >= upTo) return Optional.of(List.of());
        if (recent.isEmpty() || recent.peekFirst().position() > after + 1) return Optional.empty();
        return Optional.of(recent.stream()
                .filter(event -> event.position() > after && event.position() <= upTo)
                .toList());
    }

    private void numberOnce() throws InterruptedException {
        signals.numbering.await(LOOK_ANYWAY);
        int numbered;
        do {
            numbered = log.number();
            if (numbered > 0) signals.reading.call();
        } while (log.more(numbered));
    }

    private void readOnce() throws InterruptedException {
        if (position < 0) startAt(log.lastPosition());
        List<NumberedEvent> events = log.after(position, 1_000);
        if (events.isEmpty()) {
            signals.reading.await(LOOK_ANYWAY);
            return;
        }
        deliver(events);
    }

    private synchronized void startAt(long last) {
        position = last;
        notifyAll();
    }

    private synchronized void deliver(List<NumberedEvent> events) {
        for (NumberedEvent event : events) {
            recent.addLast(event);
            if (recent.size() > KEPT_IN_MEMORY) recent.removeFirst();
            position = event.position();
            for (LiveSubscription subscription : subscriptions) subscription.offer(event);
        }
    }

    /** Another node's numbering is heard here; a lost connection only costs the half second until the next look. */
    private void listenOnce() throws InterruptedException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + LiveLog.CHANNEL);
            }
            PGConnection listener = connection.unwrap(PGConnection.class);
            while (running) {
                var notifications = listener.getNotifications(2_000);
                if (notifications != null && notifications.length > 0) signals.reading.call();
            }
        } catch (SQLException e) {
            if (running) LOG.debug("listening for news was interrupted: {}", e.getMessage());
            Thread.sleep(500);
        }
    }

    @Override
    public void start() {
        running = true;
        loops.add(Loop.start("live-numbering", this::numberOnce));
        loops.add(Loop.start("live-reading", this::readOnce));
        loops.add(Loop.start("live-listening", this::listenOnce));
        loops.add(Loop.start("live-forgetting", () -> {
            log.forget(Duration.ofHours(24));
            Thread.sleep(Duration.ofMinutes(10));
        }));
    }

    /** First of all to stop, so that open streams do not hold up the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void stop() {
        running = false;
        subscriptions.forEach(LiveSubscription::close);
        loops.forEach(Loop::stop);
        loops.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
