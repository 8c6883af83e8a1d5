package nl.hartslag.customers.internal.csv;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads dates and amounts as shops and spreadsheets write them. */
final class CsvValues {
    private static final List<DateTimeFormatter> MOMENTS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE_TIME,
            strict("uuuu-MM-dd HH:mm[:ss]"),
            strict("d-M-uuuu H:mm[:ss]"),
            strict("d/M/uuuu H:mm[:ss]"));
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            strict("d-M-uuuu"),
            strict("d/M/uuuu"));

    private CsvValues() {}

    /** The 31st of February is no day, not the last of February. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Thrown with the code of what is wrong with one value. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String code) {
            super(code, null, false, false);
        }
    }

    /** A moment with or without offset; without one it is by the clock of the brand, a bare day is its start. */
    static @Nullable Instant instant(@Nullable String text, ZoneId zone) {
        if (text == null) return null;
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            for (DateTimeFormatter format : MOMENTS) {
                try {
                    return LocalDateTime.parse(text, format).atZone(zone).toInstant();
                } catch (DateTimeException next) {
                    continue;
                }
            }
            LocalDate day = day(text);
            return day == null ? null : day.atStartOfDay(zone).toInstant();
        }
    }

    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null) return null;
        for (DateTimeFormatter format : DAYS) {
            try {
                return LocalDate.parse(text, format);
            } catch (DateTimeException next) {
                continue;
            }
        }
        throw new Unreadable("date");
    }

    /** An amount such as 12.50, 12,50, 1.234,56 or 1,234.56 in minor units of the currency. */
    static long minor(@Nullable String text, String currency) {
        if (text == null) throw new Unreadable("required");
        String digits = text.replaceAll("[\\s\u00a0€$£]", "");
        int point = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        boolean thousands = point >= 0 && digits.length() - point == 4 && digits.chars().filter(c -> c == '.' || c == ',').count() == 1
                && !digits.startsWith("0");
        if (thousands) throw new Unreadable("amount-unclear");
        String plain = point < 0
                ? digits
                : digits.substring(0, point).replaceAll("[.,]", "") + "." + digits.substring(point + 1);
        try {
            int places = Currency.getInstance(currency).getDefaultFractionDigits();
            return new BigDecimal(plain).setScale(places, RoundingMode.UNNECESSARY).movePointRight(places).longValueExact();
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            throw new Unreadable("amount");
        }
    }

    static int quantity(@Nullable String text) {
        if (text == null) return 1;
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw new Unreadable("number");
        }
    }
}
