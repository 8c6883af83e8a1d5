package nl.hartslag.demo.internal.company;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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

    private static final List<String> SUBJECTS = List.of("delivery-late", "delivery-where", "delivery-damaged", "return-how",
            "return-refund", "product-question", "product-fault", "order-change", "payment-invoice", "other");
    private static final Map<String, double[]> USUAL = Map.of(
            "lindenhof", new double[] {9, 16, 8, 13, 9, 14, 7, 10, 9, 5},
            "brightnest", new double[] {6, 13, 6, 9, 8, 23, 11, 9, 9, 6});
    private static final Map<String, Double> UPSET = Map.of("delivery-late", 0.5, "delivery-damaged", 0.4,
            "product-fault", 0.4, "kettle-fault", 0.75, "return-refund", 0.45, "product-question", 0.0, "other", 0.0);

    /** As the orders of the demo company come in: promised after three days, and what is late is nine days underway. */
    private static final int PROMISED = 3;
    private static final int ARRIVED = 4;
    private static final int ARRIVED_LATE = 9;

    private final Company company;
    private final Dice dice;
    private final Instant loaded;

    /** @param loaded when the demo company was loaded; the ages of its orders count back from it */
    public Occasions(Company company, Dice dice, Instant loaded) {
        this.company = company;
        this.dice = dice;
        this.loaded = loaded;
    }

    /** What somebody came about who has been waiting since before the start: the same for whoever loads him and plays him. */
    public static Occasion waiting(Company company, Shopper shopper, Instant loaded, LocalDate day) {
        return new Occasions(company, new Dice(Shoppers.SEED * 37 + shopper.number()), loaded).of(shopper, day);
    }

    /** A customer of today comes about one of his orders. */
    public Occasion of(Shopper shopper, LocalDate day) {
        double[] usual = USUAL.get(shopper.brand());
        double[] weights = new double[shopper.orders().size() * SUBJECTS.size()];
        for (int i = 0; i < weights.length; i++) {
            String subject = SUBJECTS.get(i % SUBJECTS.size());
            Shopper.Bought order = shopper.orders().get(i / SUBJECTS.size());
            // who waits for a parcel that is late asks for that and not for anything else
            double pressing = subject.equals("delivery-late") ? 12 : 1;
            weights[i] = fits(subject, shopper, order, day) ? usual[i % SUBJECTS.size()] * pressing : 0;
        }
        int chosen = dice.weighted(weights);
        return of(shopper, shopper.orders().get(chosen / SUBJECTS.size()), SUBJECTS.get(chosen % SUBJECTS.size()), day);
    }

    public Occasion of(Shopper shopper, Shopper.Bought order, String subject, LocalDate day) {
        LocalDate ordered = ordered(shopper, order);
        return new Occasion(shopper, company.brand(shopper.brand()), order, subject, mood(subject), day, ordered,
                days(subject, order, (int) ChronoUnit.DAYS.between(ordered, day)), dice.between(0, 999));
    }

    /** What customers of a brand usually come about. */
    public String usual(String brand) {
        return SUBJECTS.get(dice.weighted(USUAL.get(brand)));
    }

    /** What they come about when the new carrier has their order. */
    public String withNewCarrier() {
        return SUBJECTS.get(dice.weighted(45, 24, 13));
    }

    /** Most of what is wrong with a kettle of the batch is its lid. */
    public String withKettle(String subject, Shopper.Bought order, int daysAgo) {
        boolean leakingBatch = daysAgo <= KETTLE_FROM_DAYS_AGO && daysAgo >= KETTLE_UNTIL_DAYS_AGO;
        return subject.equals("product-fault") && leakingBatch && hasKettle(order) && dice.chance(0.8) ? "kettle-fault" : subject;
    }

    /** Whether the order was, on that day, where somebody asks this. */
    public boolean fits(String subject, Shopper shopper, Shopper.Bought order, LocalDate day) {
        // after the demo company was loaded its orders stay where they are
        LocalDate until = LocalDate.ofInstant(loaded, zone(shopper));
        int age = (int) ChronoUnit.DAYS.between(ordered(shopper, order), day.isAfter(until) ? until : day);
        if (order.stage() == Shopper.Stage.CANCELLED) return subject.equals("return-refund") && age >= 9 || subject.equals("other");
        int arrived = arrived(order);
        return switch (subject) {
            case "delivery-late" -> order.late() && age >= PROMISED + 2 && age < ARRIVED_LATE;
            case "delivery-where" -> age >= 0 && age < PROMISED;
            case "delivery-damaged" -> age >= arrived && age <= arrived + 10;
            case "return-how" -> age >= arrived && age <= 30;
            case "return-refund" -> age >= arrived + 5;
            case "product-fault", "kettle-fault" -> age >= arrived + 2;
            case "order-change" -> age >= 0 && age <= 1;
            default -> age >= 0;
        };
    }

    private int days(String subject, Shopper.Bought order, int age) {
        return switch (subject) {
            case "delivery-late" -> age - PROMISED;
            case "return-refund", "product-fault", "kettle-fault" -> dice.between(2, Math.clamp(age - arrived(order), 2, 9));
            default -> dice.between(2, 9);
        };
    }

    private static int arrived(Shopper.Bought order) {
        return order.late() ? ARRIVED_LATE : ARRIVED;
    }

    private LocalDate ordered(Shopper shopper, Shopper.Bought order) {
        return LocalDate.ofInstant(loaded.minus(Duration.ofMinutes(order.minutesAgo())), zone(shopper));
    }

    private ZoneId zone(Shopper shopper) {
        return ZoneId.of(company.brand(shopper.brand()).zone());
    }

    public static boolean hasKettle(Shopper.Bought order) {
        return order.first().sku().equals(KETTLE);
    }

    private String mood(String subject) {
        if (dice.chance(UPSET.getOrDefault(subject, 0.08))) return "upset";
        return dice.chance(0.45) ? "friendly" : "neutral";
    }
}
