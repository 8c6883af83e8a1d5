package nl.hartslag.simulator;

import java.time.Duration;
import nl.hartslag.simulator.chat.ChatVisit;

/** How fast the customers' day goes by. Three minutes of theirs pass in about four seconds of ours, so a day is half an hour. */
final class Pace implements ChatVisit.Pace {
    private static final double SECONDS_OF_A_DAY = 1800;
    /** How busy each hour of the day is, against the busiest. */
    private static final double[] BUSY = {
        0.15, 0.1, 0.1, 0.1, 0.1, 0.15, 0.25, 0.45, 0.7, 0.9, 1, 0.95, 0.8, 0.85, 0.95, 0.9, 0.85, 0.7, 0.6, 0.75, 0.85, 0.7,
        0.45, 0.25
    };
    private static final int STARTS_AT_HOUR = 9;

    private final double speed;
    private final long started = System.nanoTime();

    Pace(double speed) {
        this.speed = speed;
    }

    /** How busy it is now, from 0 to 1. */
    double busy() {
        double seconds = (System.nanoTime() - started) / 1e9 * speed;
        return BUSY[(int) (STARTS_AT_HOUR + seconds / SECONDS_OF_A_DAY * 24) % 24];
    }

    @Override
    public void pause(double seconds) throws InterruptedException {
        Thread.sleep(Duration.ofMillis((long) (seconds * 1000 / speed)));
    }
}
