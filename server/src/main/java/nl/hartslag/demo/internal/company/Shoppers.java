package nl.hartslag.demo.internal.company;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The customers of the demo company with their orders: the same ones for everybody who uses the same seed. */
public final class Shoppers {
    public static final int ALL = 5000;
    /** The first ones are played by the simulator; the past leaves them alone, so that nobody asked them anything yet. */
    public static final int LIVE = 400;
    public static final long SEED = 20261123;

    /** These last ones have no past and write just before the start. */
    public static final int WAITING = 24;

    private static final int HISTORY_MINUTES = 75 * 24 * 60;
    /** Who writes today bought something not long ago. */
    private static final int RECENT_MINUTES = 12 * 24 * 60;

    private final Dice dice = new Dice(SEED);
    private final Company company;
    private final Set<String> emails = new HashSet<>();
    private final Names names = new Names();
    private int lastOrder = 204_000;

    private Shoppers(Company company) {
        this.company = company;
    }

    public static List<Shopper> of(Company company, int count) {
        Shoppers shoppers = new Shoppers(company);
        List<Shopper> all = new ArrayList<>(count);
        for (int number = 0; number < count; number++) all.add(shoppers.next(number));
        return all;
    }

    private Shopper next(int number) {
        String brand = dice.chance(0.58) ? "lindenhof" : "brightnest";
        String country = country(brand);
        String language = switch (country) {
            case "NL" -> dice.chance(0.96) ? "nl" : "en";
            case "BE" -> dice.chance(0.85) ? "nl" : "en";
            default -> "en";
        };
        String name = names.person(dice, country);
        return new Shopper(number, brand, name, email(name), language, country, names.city(dice, country),
                orders(brand, country, number < LIVE || number >= ALL - WAITING));
    }

    private String country(String brand) {
        List<String> countries = List.of("NL", "BE", "IE", "GB", "DE");
        return countries.get(brand.equals("lindenhof") ? dice.weighted(64, 34, 0, 0, 2) : dice.weighted(38, 22, 19, 16, 5));
    }

    private String email(String name) {
        String[] parts = Names.plain(name).split(" ", 2);
        String last = parts[1].replace(" ", "");
        List<String> shapes = List.of(parts[0] + "." + last, parts[0].charAt(0) + last, parts[0] + last, last + "." + parts[0],
                parts[0] + "_" + last, "fam." + last);
        String domain = dice.one(List.of("post.example", "mail.example", "thuis.example", "brievenbus.example",
                "inbox.example", "werk.example"));
        String base = dice.one(shapes);
        String address = base + "@" + domain;
        while (!emails.add(address)) address = base + dice.between(1, 99) + "@" + domain;
        return address.toLowerCase(Locale.ROOT);
    }

    private List<Shopper.Bought> orders(String brand, String country, boolean today) {
        int count = 1 + dice.weighted(55, 28, 12, 5);
        List<Shopper.Bought> orders = new ArrayList<>(count);
        for (int i = 0; i < count; i++) orders.add(order(brand, country, today && i == 0));
        return orders;
    }

    private Shopper.Bought order(String brand, String country, boolean recent) {
        int minutesAgo = dice.between(15, recent ? RECENT_MINUTES : HISTORY_MINUTES);
        int daysAgo = minutesAgo / (24 * 60);
        List<Company.Product> range = company.productsOf(brand);
        List<Company.Product> products = new ArrayList<>(List.of(dice.one(range)));
        if (dice.chance(0.25)) products.add(dice.one(range));
        String carrier = Carriers.of(brand, country, daysAgo);
        boolean late = dice.chance(carrier.equals(Carriers.NEW_IN_BELGIUM) ? 0.35 : recent ? 0.2 : 0.05);
        String number = (brand.equals("lindenhof") ? "LH-" : "BN-") + (lastOrder += dice.between(1, 9));
        return new Shopper.Bought(number, List.copyOf(products), minutesAgo, stage(minutesAgo, late), carrier, late);
    }

    private Shopper.Stage stage(int minutesAgo, boolean late) {
        double days = minutesAgo / (24.0 * 60);
        if (dice.chance(0.03)) return Shopper.Stage.CANCELLED;
        if (days < 0.1) return Shopper.Stage.PLACED;
        if (days < 0.6) return Shopper.Stage.PAID;
        if (days < 1.2) return Shopper.Stage.PACKED;
        if (days < (late ? 9 : 3.2)) return Shopper.Stage.SHIPPED;
        return days > 12 && dice.chance(0.08) ? Shopper.Stage.RETURNED : Shopper.Stage.DELIVERED;
    }
}
