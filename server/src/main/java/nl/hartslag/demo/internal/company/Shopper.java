package nl.hartslag.demo.internal.company;

import java.util.List;

/**
 * A customer of the demo company.
 *
 * @param number 0 and up; below {@link Shoppers#LIVE} the simulator plays this customer
 */
public record Shopper(int number, String brand, String name, String email, String language, String country, String city,
        List<Bought> orders) {

    public boolean live() {
        return number < Shoppers.LIVE;
    }

    public String firstName() {
        return name.substring(0, name.indexOf(' '));
    }

    /**
     * One order.
     *
     * @param minutesAgo when it was placed, before the moment the demo company was loaded
     * @param late       the carrier promised more than it kept
     */
    public record Bought(String number, List<Company.Product> products, int minutesAgo, Stage stage, String carrier,
            boolean late) {
        public Company.Product first() {
            return products.getFirst();
        }

        public int daysAgo() {
            return minutesAgo / (24 * 60);
        }

        public int totalMinor() {
            return products.stream().mapToInt(Company.Product::priceMinor).sum();
        }
    }

    /** Where an order is; the names are the customer module's statuses. */
    public enum Stage { PLACED, PAID, PACKED, SHIPPED, DELIVERED, RETURNED, CANCELLED }
}
