package nl.hartslag.organisation.internal.hours;

import java.time.LocalTime;

/** A stretch of a day by the clock on the wall; one that closes at 00:00 lasts until midnight. */
public record Block(LocalTime opens, LocalTime closes) {
    public static final Block WHOLE_DAY = new Block(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    public Block {
        if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
            throw new IllegalArgumentException("a block closes after it opens: " + opens + " to " + closes);
        }
    }

    boolean lastsUntilMidnight() {
        return closes.equals(LocalTime.MIDNIGHT);
    }
}
