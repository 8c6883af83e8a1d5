package nl.hartslag.demo.internal.company;

import java.util.Map;
import java.util.Optional;

/** What a customer of the demo company thinks of it afterwards. */
public final class Verdict {
    private static final double USUAL = 8.8;
    private static final Map<String, Double> LOST = Map.of("delivery-late", 1.6, "delivery-damaged", 1.0,
            "product-fault", 1.2, "kettle-fault", 3.8, "return-refund", 1.2, "payment-invoice", 0.6);
    private static final double LOST_BY_NEW_CARRIER = 3.0;
    private static final double LOST_BY_BROKEN_PROMISE = 1.7;

    private Verdict() {}

    /** @param warmth of who helped, in points; @param late the promise to answer was broken */
    public static int score(Dice dice, Occasion occasion, double warmth, boolean late) {
        double mean = USUAL + warmth - LOST.getOrDefault(occasion.subject(), 0.0);
        if (occasion.subject().equals("delivery-late") && occasion.order().carrier().equals(Carriers.NEW_IN_BELGIUM)) {
            mean -= LOST_BY_NEW_CARRIER;
        }
        if (occasion.mood().equals("upset")) mean -= 0.8;
        if (occasion.mood().equals("friendly")) mean += 0.4;
        if (late) mean -= LOST_BY_BROKEN_PROMISE;
        return (int) Math.clamp(Math.round(dice.normal(mean, 1.7)), 0, 10);
    }

    /** {@code angry}, {@code disappointed}, {@code content} or {@code happy}; not everybody says. */
    public static Optional<String> emotion(Dice dice, int score) {
        if (dice.chance(0.15)) return Optional.empty();
        if (score <= 3) return Optional.of(dice.chance(0.6) ? "angry" : "disappointed");
        if (score <= 6) return Optional.of(dice.chance(0.85) ? "disappointed" : score == 6 ? "content" : "angry");
        if (score <= 8) return Optional.of("content");
        return Optional.of(dice.chance(0.75) ? "happy" : "content");
    }
}
