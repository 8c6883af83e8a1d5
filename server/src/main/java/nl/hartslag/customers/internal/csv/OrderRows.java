package nl.hartslag.customers.internal.csv;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.Customers.Line;
import nl.hartslag.customers.internal.OrderRules;
import nl.hartslag.customers.internal.csv.CsvValues.Unreadable;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Makes one order of the rows that carry its number, or says what is wrong with which row. */
final class OrderRows {
    static final List<String> REQUIRED = List.of("order_number", "email", "ordered_at", "status", "total");
    private final ZoneId zone;

    OrderRows(ZoneId zone) {
        this.zone = zone;
    }

    sealed interface Outcome {}

    record Good(IncomingOrder order) implements Outcome {}

    /** @param row index among the rows of the order */
    record Bad(int row, String column, String code) implements Outcome {}

    private static final class Wrong extends RuntimeException {
        private final String column;

        Wrong(String column, String code) {
            super(code, null, false, false);
            this.column = column;
        }
    }

    Outcome order(List<CSVRecord> rows) {
        List<Line> lines = new ArrayList<>();
        int at = 0;
        try {
            String currency = currency(rows.getFirst());
            for (; at < rows.size(); at++) line(rows.get(at), currency, lines);
            at = 0;
            IncomingOrder order = order(rows.getFirst(), currency, lines);
            return check(order);
        } catch (Wrong wrong) {
            return new Bad(at, wrong.column, String.valueOf(wrong.getMessage()));
        }
    }

    private IncomingOrder order(CSVRecord row, String currency, List<Line> lines) {
        var orderedAt = read("ordered_at", () -> CsvValues.instant(text(row, "ordered_at"), zone));
        if (orderedAt == null) throw new Wrong("ordered_at", "required");
        String payment = text(row, "payment_status");
        String country = text(row, "country");
        return new IncomingOrder(
                required(row, "order_number"),
                required(row, "email"),
                text(row, "name"),
                lower(text(row, "language")),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                orderedAt,
                required(row, "status").toLowerCase(Locale.ROOT),
                payment == null ? "paid" : payment.toLowerCase(Locale.ROOT),
                read("total", () -> CsvValues.minor(text(row, "total"), currency)),
                currency,
                text(row, "carrier"),
                text(row, "tracking_code"),
                read("expected_on", () -> CsvValues.day(text(row, "expected_on"))),
                read("shipped_at", () -> CsvValues.instant(text(row, "shipped_at"), zone)),
                read("delivered_at", () -> CsvValues.instant(text(row, "delivered_at"), zone)),
                lines);
    }

    private static void line(CSVRecord row, String currency, List<Line> lines) {
        String sku = text(row, "sku");
        String product = text(row, "product");
        if (sku == null && product == null) return;
        lines.add(new Line(
                sku == null ? product : sku,
                product == null ? sku : product,
                read("quantity", () -> CsvValues.quantity(text(row, "quantity"))),
                text(row, "price") == null ? 0 : read("price", () -> CsvValues.minor(text(row, "price"), currency))));
    }

    /** The rules of an order name its fields; a person sees the columns. */
    private static Outcome check(IncomingOrder order) {
        for (var error : OrderRules.errors(order).found().entrySet()) {
            String field = error.getKey();
            if (field.startsWith("lines.")) {
                String[] parts = field.split("\\.");
                return new Bad(Integer.parseInt(parts[1]), parts[2].equals("name") ? "product" : parts[2], error.getValue());
            }
            return new Bad(0, column(field), error.getValue());
        }
        return new Good(order);
    }

    private static String column(String field) {
        return switch (field) {
            case "number", "lines" -> "order_number";
            case "customerEmail" -> "email";
            case "paymentStatus" -> "payment_status";
            default -> field;
        };
    }

    private static String currency(CSVRecord row) {
        String currency = text(row, "currency");
        return currency == null ? "EUR" : currency.toUpperCase(Locale.ROOT);
    }

    private static <T> T read(String column, Supplier<T> value) {
        try {
            return value.get();
        } catch (Unreadable unreadable) {
            throw new Wrong(column, String.valueOf(unreadable.getMessage()));
        }
    }

    private static String required(CSVRecord row, String column) {
        String text = text(row, column);
        if (text == null) throw new Wrong(column, "required");
        return text;
    }

    static @Nullable String text(CSVRecord row, String column) {
        if (!row.isSet(column)) return null;
        String text = row.get(column);
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    static Set<String> missing(List<String> header) {
        Set<String> names = new HashSet<>();
        header.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
        Set<String> missing = new java.util.LinkedHashSet<>(REQUIRED);
        missing.removeAll(names);
        return missing;
    }
}
