package nl.hartslag.customers.internal.csv;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.hartslag.customers.Customers.IncomingOrder;
import nl.hartslag.customers.Customers.Line;
import nl.hartslag.customers.internal.OrderRules;
import nl.hartslag.customers.internal.csv.CsvValues.Unreadable;
import nl.hartslag.customers.internal.csv.ImportTable.Fault;
import nl.hartslag.organisation.Fields.Reader;
import nl.hartslag.platform.problem.FieldErrors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Makes one order of the rows that carry its number, or says what is wrong with which row. */
final class OrderRows {
    static final List<String> REQUIRED = List.of("order_number", "email", "ordered_at", "status", "total");
    private static final String USUAL_CURRENCY = "EUR";
    private final ZoneId zone;
    private final Reader fields;

    /** @param fields what the brand keeps of orders beside the rest; a column by the key of one fills it */
    OrderRows(ZoneId zone, Reader fields) {
        this.zone = zone;
        this.fields = fields;
    }

    sealed interface Outcome {}

    record Good(IncomingOrder order) implements Outcome {}

    /** @param faults what is wrong with each of the rows, so that a person mends all of it at once */
    record Bad(List<List<Fault>> faults) implements Outcome {}

    Outcome order(List<CSVRecord> rows) {
        return new Reading(rows).outcome();
    }

    /** What of the fields of the brand does not fit. */
    static List<Fault> faults(Reader fields, IncomingOrder order) {
        return fields.read(order.fieldTexts()).faults().entrySet().stream().map(one -> new Fault(one.getKey(), one.getValue().code(), one.getValue().limit())).toList();
    }

    /** One order as its rows tell it. What cannot be read has a value that does no harm meanwhile, and its fault is kept. */
    private final class Reading {
        private final List<CSVRecord> rows;
        private final List<Map<String, Fault>> faults = new ArrayList<>();
        private final List<Integer> rowOfLine = new ArrayList<>();
        private final String currency;
        private final List<String> columns;

        Reading(List<CSVRecord> rows) {
            this.rows = rows;
            this.currency = currency(rows.getFirst());
            this.columns = rows.getFirst().getParser().getHeaderNames().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
            rows.forEach(row -> faults.add(new LinkedHashMap<>()));
        }

        Outcome outcome() {
            IncomingOrder order = order();
            check(order);
            return faults.stream().allMatch(Map::isEmpty)
                    ? new Good(order)
                    : new Bad(faults.stream().map(this::inOrderOfTheColumns).toList());
        }

        private List<Fault> inOrderOfTheColumns(Map<String, Fault> ofRow) {
            return ofRow.values().stream().sorted(Comparator.comparing(fault -> columns.indexOf(fault.column()))).toList();
        }

        private IncomingOrder order() {
            CSVRecord row = rows.getFirst();
            List<Line> lines = lines();
            String payment = text(row, "payment_status");
            String country = text(row, "country");
            return new IncomingOrder(
                    required("order_number"),
                    required("email"),
                    text(row, "name"),
                    lower(text(row, "language")),
                    country == null ? null : country.toUpperCase(Locale.ROOT),
                    orderedAt(),
                    required("status").toLowerCase(Locale.ROOT),
                    payment == null ? "paid" : payment.toLowerCase(Locale.ROOT),
                    amount(0, "total"),
                    currency,
                    text(row, "carrier"),
                    text(row, "tracking_code"),
                    maybe("expected_on", text -> CsvValues.day(text)),
                    maybe("shipped_at", text -> CsvValues.instant(text, zone)),
                    maybe("delivered_at", text -> CsvValues.instant(text, zone)),
                    lines,
                    ofTheBrand(row));
        }

        /** What is left blank stays as it is. */
        private Map<String, String> ofTheBrand(CSVRecord row) {
            Map<String, String> given = new LinkedHashMap<>();
            columns.stream().filter(fields::knows).forEach(column -> {
                String text = text(row, column);
                if (text != null) given.put(column, text);
            });
            return given;
        }

        private List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                CSVRecord row = rows.get(i);
                String sku = text(row, "sku");
                String product = text(row, "product");
                if (sku == null && product == null) continue;
                rowOfLine.add(i);
                lines.add(new Line(
                        sku == null ? product : sku,
                        product == null ? sku : product,
                        read(i, "quantity", () -> CsvValues.quantity(text(row, "quantity")), 1),
                        text(row, "price") == null ? 0 : amount(i, "price")));
            }
            return lines;
        }

        /** The rules of an order name its fields; a person sees the columns. */
        private void check(IncomingOrder order) {
            faults(fields, order).forEach(fault -> wrong(0, fault.column(), fault.code(), fault.limit()));
            FieldErrors errors = OrderRules.errors(order);
            errors.found().forEach((field, code) -> {
                String[] parts = field.split("\\.");
                if (parts.length == 3) {
                    int row = rowOfLine.get(Integer.parseInt(parts[1]));
                    wrong(row, columnOfLine(rows.get(row), parts[2]), code, errors.limit(field));
                } else {
                    wrong(0, column(field), code, errors.limit(field));
                }
            });
        }

        /** The one of article and product that is filled in stands for both. */
        private static String columnOfLine(CSVRecord row, String field) {
            return switch (field) {
                case "sku" -> text(row, "sku") == null ? "product" : "sku";
                case "name" -> text(row, "product") == null ? "sku" : "product";
                default -> field;
            };
        }

        private void wrong(int row, String column, String code, @Nullable Long limit) {
            faults.get(row).putIfAbsent(column, new Fault(column, code, limit));
        }

        /** In a currency that does not exist no amount is right or wrong. */
        private long amount(int row, String column) {
            String text = text(rows.get(row), column);
            if (text != null && !OrderRules.isCurrency(currency)) return 0;
            return read(row, column, () -> CsvValues.minor(text, currency), 0L);
        }

        private <T> T read(int row, String column, Supplier<T> value, T meanwhile) {
            try {
                return value.get();
            } catch (Unreadable unreadable) {
                wrong(row, column, String.valueOf(unreadable.getMessage()), null);
                return meanwhile;
            }
        }

        private <T> @Nullable T maybe(String column, Function<@Nullable String, @Nullable T> reader) {
            try {
                return reader.apply(text(rows.getFirst(), column));
            } catch (Unreadable unreadable) {
                wrong(0, column, String.valueOf(unreadable.getMessage()), null);
                return null;
            }
        }

        private Instant orderedAt() {
            Instant at = maybe("ordered_at", text -> CsvValues.instant(text, zone));
            if (at == null) wrong(0, "ordered_at", "required", null);
            return at == null ? Instant.EPOCH : at;
        }

        private String required(String column) {
            String text = text(rows.getFirst(), column);
            if (text == null) wrong(0, column, "required", null);
            return text == null ? "" : text;
        }
    }

    private static String column(String field) {
        return switch (field) {
            case "number", "lines" -> "order_number";
            case "customerEmail" -> "email";
            case "customerName" -> "name";
            case "paymentStatus" -> "payment_status";
            default -> field;
        };
    }

    private static String currency(CSVRecord row) {
        String currency = text(row, "currency");
        return currency == null ? USUAL_CURRENCY : currency.toUpperCase(Locale.ROOT);
    }

    static @Nullable String text(CSVRecord row, String column) {
        if (!row.isSet(column)) return null;
        // a zero character, which PostgreSQL refuses, stands in no word
        String text = row.get(column).replace("\0", "");
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
