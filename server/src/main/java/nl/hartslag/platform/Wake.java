package nl.hartslag.platform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells a loop of this process that there may be work. A hint only: whoever waits also looks by itself. */
public final class Wake {
    private final Semaphore calls = new Semaphore(0);

    public void call() {
        calls.release();
    }

    /** Waits for a call, at most this long; several calls count as one. */
    public void await(Duration atMost) throws InterruptedException {
        if (calls.tryAcquire(Math.max(1, atMost.toMillis()), TimeUnit.MILLISECONDS)) calls.drainPermits();
    }
}
