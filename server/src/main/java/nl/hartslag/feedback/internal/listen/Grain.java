package nl.hartslag.feedback.internal.listen;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/** How long one point of the trend lasts. */
enum Grain {
    DAY, WEEK, MONTH;

    /** With fewer answers than this per point, intervals are too wide to see anything. */
    private static final int ENOUGH_PER_POINT = 20;

    private static final int MOST_POINTS = 120;

    /** The finest that gives points enough answers and a line that can be read. */
    static Grain fitting(LocalDate from, LocalDate to, long answers) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days <= MOST_POINTS && answers >= days * ENOUGH_PER_POINT) return DAY;
        boolean weeks = days <= 7L * MOST_POINTS && (answers >= days / 7 * ENOUGH_PER_POINT || days <= 62);
        return weeks ? WEEK : MONTH;
    }

    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    LocalDate next(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
        };
    }

    /** Every point from one day to another, with those that have no answers. */
    Stream<LocalDate> points(LocalDate from, LocalDate to) {
        return Stream.iterate(startOf(from), start -> !start.isAfter(to), this::next);
    }

    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
