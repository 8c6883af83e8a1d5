package nl.hartslag.demo.internal.company;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Why customers of the demo company come, week by week. Three things happen in the eight weeks before "now": Belgium gets a
 * new carrier that is late, a batch of kettles leaks, and all that time one team's chat is loved.
 */
public final class Occasions {
    private static final String KETTLE = "BN-2001";
    public static final int KETTLE_FROM_DAYS_AGO = 42;
    public static final int KETTLE_UNTIL_DAYS_AGO = 12;
    private static final double LATE_WITH_NEW_CARRIER = 5;

    private static final List<String> SUBJECTS = List.of("delivery-late", "delivery-where", "delivery-damaged", "return-how",
            "return-refund", "product-question", "product-fault", "order-change", "payment-invoice", "other");
    private static final Map<String, double[]> USUAL = Map.of(
            "lindenhof", new double[] {9, 16, 8, 13, 9, 14, 7, 10, 9, 5},
            "brightnest", new double[] {6, 13, 6, 9, 8, 23, 11, 9, 9, 6});
    private static final Map<String, Double> UPSET = Map.of("delivery-late", 0.5, "delivery-damaged", 0.4,
            "product-fault", 0.4, "kettle-fault", 0.75, "return-refund", 0.45, "product-question", 0.0, "other", 0.0);

    private final Company company;
    private final Dice dice;

    public Occasions(Company company, Dice dice) {
        this.company = company;
        this.dice = dice;
    }

    /** @param daysAgo counted back from when the demo company was loaded; 0 is today */
    public Occasion of(Shopper shopper, LocalDate day, int daysAgo) {
        return of(shopper, dice.one(shopper.orders()), day, daysAgo);
    }

    public Occasion of(Shopper shopper, Shopper.Bought order, LocalDate day, int daysAgo) {
        String subject = subject(shopper, order, daysAgo);
        return new Occasion(shopper, company.brand(shopper.brand()), order, subject, mood(subject), day, dice.between(2, 9),
                dice.between(0, 999));
    }

    private String subject(Shopper shopper, Shopper.Bought order, int daysAgo) {
        boolean leakingBatch = daysAgo <= KETTLE_FROM_DAYS_AGO && daysAgo >= KETTLE_UNTIL_DAYS_AGO;
        if (leakingBatch && hasKettle(order) && dice.chance(0.8)) return "kettle-fault";
        double[] weights = USUAL.get(shopper.brand()).clone();
        if (order.carrier().equals(Carriers.NEW_IN_BELGIUM) && daysAgo < Carriers.CHANGE_DAYS_AGO) {
            weights[0] *= LATE_WITH_NEW_CARRIER;
            weights[1] *= 1.5;
            weights[2] *= 1.6;
        }
        return SUBJECTS.get(dice.weighted(weights));
    }

    public static boolean hasKettle(Shopper.Bought order) {
        return order.first().sku().equals(KETTLE);
    }

    private String mood(String subject) {
        if (dice.chance(UPSET.getOrDefault(subject, 0.08))) return "upset";
        return dice.chance(0.45) ? "friendly" : "neutral";
    }
}
