package nl.hartslag.organisation.internal.hours;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When we are open.
 *
 * @param alwaysOpen every day, day and night, whatever the week says; a holiday still counts
 * @param week the blocks of each weekday; a day that is left out is closed
 * @param holidays days whose blocks replace those of the week; no blocks means closed
 */
public record BusinessCalendar(
        ZoneId zone, boolean alwaysOpen, Map<DayOfWeek, List<Block>> week, Map<LocalDate, List<Block>> holidays) {
    /** Beyond this many days without opening, a calendar counts as one that never opens. */
    private static final int HORIZON_DAYS = 366;

    public BusinessCalendar {
        week = Map.copyOf(week);
        holidays = Map.copyOf(holidays);
    }

    public static BusinessCalendar alwaysOpen(ZoneId zone) {
        return new BusinessCalendar(zone, true, Map.of(), Map.of());
    }

    public boolean isOpen(Instant at) {
        return spansOf(dayOf(at)).stream().anyMatch(span -> span.holds(at));
    }

    /** The first instant at or after {@code at} that is open; empty when it does not open within a year. */
    public Optional<Instant> nextOpening(Instant at) {
        return firstSpan(at).map(Span::from);
    }

    /** When the open stretch that holds {@code at} ends; empty when closed then, or not closing within a year. */
    public Optional<Instant> closesAt(Instant at) {
        if (!isOpen(at) || alwaysOpen && holidays.keySet().stream().noneMatch(day -> !day.isBefore(dayOf(at)))) {
            return Optional.empty();
        }
        LocalDate first = dayOf(at);
        Instant until = at;
        for (LocalDate day = first; day.isBefore(first.plusDays(HORIZON_DAYS)); day = day.plusDays(1)) {
            for (Span span : spansOf(day)) {
                if (!span.to().isAfter(at)) continue;
                if (span.from().isAfter(until)) return Optional.of(until);
                until = span.to();
            }
            if (until.isBefore(day.plusDays(1).atStartOfDay(zone).toInstant())) return Optional.of(until);
        }
        return Optional.empty();
    }

    /**
     * Adds business time: the earliest instant by which this much of it has passed. From a closed moment, nothing passes
     * until the next opening. A calendar that never opens any more counts ordinary time, so that there is an answer.
     */
    public Instant plus(Instant from, Duration business) {
        Instant at = from;
        Duration left = business;
        while (left.isPositive()) {
            Optional<Span> open = firstSpan(at);
            if (open.isEmpty()) return at.plus(left);
            Span span = open.get();
            if (left.compareTo(span.length()) <= 0) return span.from().plus(left);
            left = left.minus(span.length());
            at = span.to();
        }
        return at;
    }

    /** How much business time lies between two instants; zero when the second is not later. */
    public Duration between(Instant from, Instant to) {
        Duration passed = Duration.ZERO;
        for (LocalDate day = dayOf(from); !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
            for (Span span : spansOf(day)) {
                Span part = new Span(later(span.from(), from), earlier(span.to(), to));
                if (!part.isEmpty()) passed = passed.plus(part.length());
            }
        }
        return passed;
    }

    /** The rest of the first open stretch at or after an instant. */
    private Optional<Span> firstSpan(Instant at) {
        LocalDate first = dayOf(at);
        for (int days = 0; days <= HORIZON_DAYS; days++) {
            for (Span span : spansOf(first.plusDays(days))) {
                if (span.to().isAfter(at)) return Optional.of(new Span(later(span.from(), at), span.to()));
            }
        }
        return Optional.empty();
    }

    /** The open stretches of a day by the clock of the calendar, in order. */
    public List<Span> spansOf(LocalDate day) {
        List<Block> blocks = holidays.get(day);
        if (blocks == null) {
            blocks = alwaysOpen ? List.of(Block.WHOLE_DAY) : week.getOrDefault(day.getDayOfWeek(), List.of());
        }
        return BusinessDay.spans(day, new ArrayList<>(blocks), zone);
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
