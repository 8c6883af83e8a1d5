package nl.hartslag.routing.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.organisation.Organisation.ChannelHours;

/** Counts only the time a channel is open. */
public final class OpenTime {
    private OpenTime() {}

    /** The instant at which so much open time has passed; empty when it is not open that long within a year. */
    public static Optional<Instant> after(ChannelHours hours, Instant from, Duration open) {
        Instant limit = from.plus(Duration.ofDays(366));
        Duration left = open;
        Instant at = from;
        while (at.isBefore(limit)) {
            Optional<Instant> opens = hours.nextOpening(at);
            if (opens.isEmpty()) return Optional.empty();
            Optional<Instant> closes = hours.closesAt(opens.get());
            Instant done = opens.get().plus(left);
            if (closes.isEmpty() || !done.isAfter(closes.get())) return Optional.of(done);
            left = left.minus(Duration.between(opens.get(), closes.get()));
            at = closes.get();
        }
        return Optional.empty();
    }
}
