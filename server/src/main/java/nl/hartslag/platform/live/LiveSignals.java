package nl.hartslag.platform.live;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the two loops of this node. A signal is a hint: both also look by themselves. */
@Component
class LiveSignals {
    private final Semaphore numbering = new Semaphore(0);
    private final Semaphore reading = new Semaphore(0);

    void wakeNumbering() {
        numbering.release();
    }

    void wakeReading() {
        reading.release();
    }

    void awaitNumbering(Duration atMost) throws InterruptedException {
        await(numbering, atMost);
    }

    void awaitReading(Duration atMost) throws InterruptedException {
        await(reading, atMost);
    }

    private static void await(Semaphore semaphore, Duration atMost) throws InterruptedException {
        if (semaphore.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) semaphore.drainPermits();
    }
}
