package nl.hartslag.feedback.web;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keeps one link, or one guesser of links, from being called without end; counted per minute and node. Many customers may
 * share an address (an office, a load test), so an address only counts for links that do not exist.
 */
@Component
class RateLimit {
    private static final int PER_TOKEN = 60;
    private static final int UNKNOWN_PER_ADDRESS = 60;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile long minute;

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    boolean exceeded(String token, String address) {
        forget();
        return calls.merge("token " + token, 1, Integer::sum) > PER_TOKEN
                || calls.getOrDefault("address " + address, 0) > UNKNOWN_PER_ADDRESS;
    }

    void unknown(String address) {
        calls.merge("address " + address, 1, Integer::sum);
    }

    private void forget() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            calls.clear();
        }
    }
}
