package nl.hartslag.contacts.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day and an hour as people write them in Dutch or English, the day before the month: {@code 12-12-2026 15:00}, {@code 12 december 15.00 uur},
 * {@code morgen 9:00}. Without a year it is the first such day to come.
 *
 * @param after what was written behind it
 */
record WrittenMoment(Instant at, String after) {
    private static final List<String> MONTHS = List.of("jan", "feb", "mar|mrt|maart", "apr", "may|mei", "jun", "jul", "aug", "sep", "oct|okt", "nov", "dec");
    private static final Pattern WRITTEN = Pattern.compile("(?iu)(?:(?<soon>vandaag|today|morgen|tomorrow)"
            + "|(?<iso>\\d{4})-(?<isoMonth>\\d{1,2})-(?<isoDay>\\d{1,2})"
            + "|(?<day>\\d{1,2})(?:[-/.](?<month>\\d{1,2})(?:[-/.](?<year>\\d{4}))?|\\s+(?<name>\\p{L}{3,9})\\.?(?:\\s+(?<namedYear>\\d{4}))?))"
            + ",?\\s+(?:om\\s+|at\\s+)?(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?!\\d)(?:\\s*(?:uur|u|h)\\b)?(?<after>.*)");

    static Optional<WrittenMoment> read(String written, ZonedDateTime now) {
        Matcher found = WRITTEN.matcher(written.strip());
        if (!found.matches()) return Optional.empty();
        try {
            LocalTime time = LocalTime.of(number(found, "hour"), number(found, "minute"));
            return Optional.of(new WrittenMoment(day(found, now.toLocalDate()).atTime(time).atZone(now.getZone()).toInstant(), found.group("after").strip()));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Matcher found, LocalDate today) {
        String soon = found.group("soon");
        if (soon != null) return soon.toLowerCase(Locale.ROOT).matches("vandaag|today") ? today : today.plusDays(1);
        if (found.group("iso") != null) return LocalDate.of(number(found, "iso"), number(found, "isoMonth"), number(found, "isoDay"));
        int month = found.group("month") != null ? number(found, "month") : month(found.group("name"));
        int day = number(found, "day");
        String year = found.group("year") != null ? found.group("year") : found.group("namedYear");
        if (year != null) return LocalDate.of(Integer.parseInt(year), month, day);
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return thisYear.isBefore(today) ? LocalDate.of(today.getYear() + 1, month, day) : thisYear;
    }

    private static int month(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < MONTHS.size(); i++) if (word.matches("(?:" + MONTHS.get(i) + ")\\p{L}*")) return i + 1;
        throw new DateTimeException("no month");
    }

    private static int number(Matcher found, String group) {
        return Integer.parseInt(found.group(group));
    }
}
