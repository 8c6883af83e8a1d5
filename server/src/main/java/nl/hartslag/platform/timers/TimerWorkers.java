package nl.hartslag.platform.timers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.platform.Loop;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Fires due timers on this node. Other nodes do the same; each timer is taken by one of them. */
@Component
class TimerWorkers implements SmartLifecycle {
    private static final int WORKERS = 3;
    /** Timers stored by another node, or a clock that was moved, are noticed within this time. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
    private static final Duration LOOK_ANYWAY = Duration.ofMillis(300);
    private final TimerTable table;
    private final TimerSignal signal;
    private final Clock clock;
    private final ObjectProvider<TimerHandler> found;
    private final Map<String, TimerHandler> handlers = new HashMap<>();
    private final List<Loop> loops = new ArrayList<>();

    TimerWorkers(TimerTable table, TimerSignal signal, Clock clock, ObjectProvider<TimerHandler> found) {
        this.table = table;
        this.signal = signal;
        this.clock = clock;
        this.found = found;
    }

    @Override
    public void start() {
        handlers.clear();
        found.forEach(handler -> {
            if (handlers.put(handler.kind(), handler) != null) {
                throw new IllegalStateException("two handlers for timers of kind " + handler.kind());
            }
        });
        for (int i = 0; i < WORKERS; i++) loops.add(Loop.start("timers-" + i, this::work));
    }

    private void work() throws InterruptedException {
        Optional<Instant> due = handlers.isEmpty() ? Optional.empty() : table.nextDue(handlers.keySet());
        Duration wait = due.map(at -> Duration.between(clock.instant(), at)).orElse(LOOK_ANYWAY);
        if (wait.isPositive()) {
            signal.stored.await(wait.compareTo(LOOK_ANYWAY) < 0 ? wait : LOOK_ANYWAY);
            return;
        }
        if (!table.fireOne(handlers)) signal.stored.await(Duration.ofMillis(20));
    }

    /** What fires just now comes to its end, so that it need not fire again after the next start. */
    @Override
    public void stop() {
        Loop.finish(loops, LONGEST_FAREWELL);
        loops.clear();
    }

    @Override
    public boolean isRunning() {
        return !loops.isEmpty();
    }
}
