package nl.hartslag.channels.internal.intake;

import java.time.Duration;
import nl.hartslag.platform.Wake;
import org.springframework.stereotype.Component;

/** Wakes a worker of this node when something was stored here; other nodes find it by looking now and then. */
@Component
public class IntakeSignal {
    private final Wake news = new Wake();

    public void raise() {
        news.call();
    }

    void await(Duration atMost) throws InterruptedException {
        news.await(atMost);
    }
}
