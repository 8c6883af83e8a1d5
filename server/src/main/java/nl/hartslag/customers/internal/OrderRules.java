package nl.hartslag.customers.internal;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.Customers.Line;
import nl.hartslag.platform.problem.FieldErrors;

/** What an order must look like. */
public final class OrderRules {
    static final List<String> STATUSES =
            List.of("placed", "paid", "packed", "shipped", "delivered", "returned", "cancelled");
    static final List<String> PAYMENT_STATUSES = List.of("open", "authorised", "paid", "refunded", "failed");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int MOST_LINES = 500;

    private OrderRules() {}

    public static FieldErrors errors(IncomingOrder order) {
        FieldErrors errors = new FieldErrors()
                .text("number", order.number(), 64)
                .text("customerEmail", order.customerEmail(), 320)
                .check(isAddress(order.customerEmail()), "customerEmail", "email")
                .notLonger("customerName", order.customerName(), 200)
                .check(STATUSES.contains(order.status()), "status", "order-status")
                .check(PAYMENT_STATUSES.contains(order.paymentStatus()), "paymentStatus", "payment-status")
                .check(isCurrency(order.currency()), "currency", "currency")
                .check(isCountry(order.country()), "country", "country")
                .check(order.lines().size() <= MOST_LINES, "lines", "too-many-lines", MOST_LINES);
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            errors.text("lines." + i + ".sku", line.sku(), 64)
                    .text("lines." + i + ".name", line.name(), 300)
                    .range("lines." + i + ".quantity", line.quantity(), 1, 1_000_000);
        }
        return errors;
    }

    public static boolean isCurrency(String currency) {
        return CURRENCIES.contains(currency);
    }

    static boolean isCountry(@org.jspecify.annotations.Nullable String country) {
        return country == null || COUNTRIES.contains(country);
    }

    private static boolean isAddress(String email) {
        int at = email.lastIndexOf('@');
        return at > 0 && at < email.strip().length() - 1 && email.strip().chars().noneMatch(Character::isWhitespace);
    }
}
