package nl.hartslag.routing.internal.rules;

import java.util.List;
import java.util.OptionalInt;

/**
 * How long someone will probably wait: the people before him, served by as many pairs of hands as there are, each taking
 * what recent contacts took. Not known without people or with too little to go by.
 */
public final class WaitEstimate {
    static final int ENOUGH = 5;

    private WaitEstimate() {}

    /**
     * @param ahead          contacts that come first
     * @param free           places that are free now
     * @param places         places there are in all
     * @param handledSeconds how long recent contacts took, from assignment to wrap-up
     */
    public static OptionalInt seconds(int ahead, int free, int places, List<Integer> handledSeconds) {
        if (places <= 0) return OptionalInt.empty();
        if (ahead < free) return OptionalInt.of(0);
        if (handledSeconds.size() < ENOUGH) return OptionalInt.empty();
        double each = handledSeconds.stream().mapToInt(Integer::intValue).average().orElseThrow();
        return OptionalInt.of((int) Math.round((ahead - free + 1) * each / places));
    }
}
