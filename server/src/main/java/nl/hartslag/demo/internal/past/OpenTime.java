package nl.hartslag.demo.internal.past;

import java.time.Duration;
import java.time.Instant;
import nl.hartslag.organisation.Organisation.ChannelHours;

/** Time that counts only while a channel is open. */
final class OpenTime {
    private OpenTime() {}

    /** When this much open time has passed. */
    static Instant after(ChannelHours hours, Instant from, Duration work) {
        Instant at = hours.nextOpening(from).orElse(from);
        Duration left = work;
        while (true) {
            Instant closes = hours.closesAt(at).orElse(Instant.MAX);
            if (closes.equals(Instant.MAX) || !at.plus(left).isAfter(closes)) return at.plus(left);
            left = left.minus(Duration.between(at, closes));
            at = hours.nextOpening(closes).orElse(closes);
        }
    }
}
