package nl.hartslag.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Lets work that somebody waits for go before work that can wait a moment, on this machine. Whoever has more to do than he
 * can do at once says so again and again; what can wait asks before it begins.
 */
@Component
public class RightOfWay {
    private static final Duration HOLDS = Duration.ofSeconds(1);
    private final Clock clock;
    private volatile Instant until = Instant.MIN;

    public RightOfWay(Clock clock) {
        this.clock = clock;
    }

    public void take() {
        until = clock.instant().plus(HOLDS);
    }

    public boolean isTaken() {
        return clock.instant().isBefore(until);
    }
}
