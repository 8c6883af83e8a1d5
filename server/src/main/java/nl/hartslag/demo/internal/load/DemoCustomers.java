package nl.hartslag.demo.internal.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.Customers.Line;
import nl.hartslag.demo.internal.Cast;
import nl.hartslag.demo.internal.company.Company;
import nl.hartslag.demo.internal.company.Shopper;
import nl.hartslag.demo.internal.company.Shopper.Bought;
import nl.hartslag.demo.internal.company.Shopper.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Customers come with their orders, as from a web shop. */
@Component
@Profile("demo")
class DemoCustomers {
    private static final Duration SHIPPED_AFTER = Duration.ofHours(29);
    private static final int PROMISED_AFTER_DAYS = 3;

    private final Customers customers;

    DemoCustomers(Customers customers) {
        this.customers = customers;
    }

    void load(Company company, List<Shopper> shoppers, Cast cast, Instant now) {
        Map<String, ZoneId> zones = new HashMap<>();
        company.brands().forEach(brand -> zones.put(brand.key(), ZoneId.of(brand.zone())));
        Map<String, List<IncomingOrder>> byBrand = new HashMap<>();
        for (Shopper shopper : shoppers) {
            for (Bought bought : shopper.orders()) {
                byBrand.computeIfAbsent(shopper.brand(), _ -> new ArrayList<>()).add(order(shopper, bought, now, zones.get(shopper.brand())));
            }
        }
        byBrand.forEach((brand, orders) -> customers.storeOrders(cast.brands.get(brand), orders));
        for (Shopper shopper : shoppers) {
            cast.customers.put(shopper.email(), customers
                    .find(cast.brands.get(shopper.brand()), IdentityKind.EMAIL, shopper.email()).orElseThrow().id());
        }
    }

    private static IncomingOrder order(Shopper shopper, Bought bought, Instant now, ZoneId zone) {
        Instant orderedAt = now.minus(Duration.ofMinutes(bought.minutesAgo()));
        Instant shippedAt = orderedAt.plus(SHIPPED_AFTER);
        boolean left = bought.stage().compareTo(Stage.SHIPPED) >= 0 && bought.stage() != Stage.CANCELLED && shippedAt.isBefore(now);
        Instant deliveredAt = orderedAt.plus(Duration.ofHours(bought.late() ? 196 : 70));
        boolean arrived = (bought.stage() == Stage.DELIVERED || bought.stage() == Stage.RETURNED) && deliveredAt.isBefore(now);
        return new IncomingOrder(bought.number(), shopper.email(), shopper.name(), shopper.language(), shopper.country(), orderedAt,
                bought.stage().name().toLowerCase(Locale.ROOT), payment(bought.stage()), bought.totalMinor(),
                shopper.country().equals("GB") ? "GBP" : "EUR", bought.carrier(), left ? tracking(bought) : null,
                LocalDate.ofInstant(orderedAt, zone).plusDays(PROMISED_AFTER_DAYS), left ? shippedAt : null,
                arrived ? deliveredAt : null, lines(bought, shopper.language()), DemoFields.ofOrder(bought.number()));
    }

    private static String payment(Stage stage) {
        return switch (stage) {
            case PLACED -> "open";
            case PAID, PACKED, SHIPPED, DELIVERED -> "paid";
            case RETURNED, CANCELLED -> "refunded";
        };
    }

    private static @Nullable String tracking(Bought bought) {
        return bought.carrier().substring(0, 2).toUpperCase(Locale.ROOT) + Integer.toUnsignedLong(bought.number().hashCode());
    }

    private static List<Line> lines(Bought bought, String language) {
        return bought.products().stream().map(product -> new Line(product.sku(), product.name(language), 1, product.priceMinor())).toList();
    }
}
