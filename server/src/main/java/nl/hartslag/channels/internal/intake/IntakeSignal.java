package nl.hartslag.channels.internal.intake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the workers of this node when something was stored here; other nodes find it by looking now and then. */
@Component
public class IntakeSignal {
    private static final int MOST = 64;
    private final Semaphore news = new Semaphore(0);

    public void raise() {
        if (news.availablePermits() < MOST) news.release();
    }

    void await(Duration atMost) throws InterruptedException {
        news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }
}
