package nl.hartslag.routing.internal.rules;

import java.time.Duration;

/** How pressing a waiting contact is: its queue's priority, and ten more for each time it has aged. */
public final class Score {
    private static final double POINTS_PER_AGEING = 10;

    private Score() {}

    /** @param ageingMinutes waiting this long adds ten; the score rises evenly with time */
    public static double of(int priority, int ageingMinutes, Duration waited) {
        double minutes = Math.max(0, waited.toMillis()) / 60_000.0;
        return priority + POINTS_PER_AGEING * minutes / ageingMinutes;
    }
}
