package nl.hartslag.platform.timers;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells this node's workers that a timer was stored that may be due sooner. */
@Component
class TimerSignal {
    private final Semaphore stored = new Semaphore(0);

    void wake() {
        stored.release();
    }

    void await(Duration atMost) throws InterruptedException {
        if (stored.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS)) stored.drainPermits();
    }
}
