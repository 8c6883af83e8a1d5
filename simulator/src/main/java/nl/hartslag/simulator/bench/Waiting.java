package nl.hartslag.simulator.bench;

import java.util.function.BooleanSupplier;

/** Waiting for something that another process does. */
final class Waiting {
    private Waiting() {}

    /** @return whether it came true in time */
    static boolean until(int seconds, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) return false;
            Thread.sleep(20);
        }
        return true;
    }
}
