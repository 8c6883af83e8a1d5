package nl.hartslag.organisation.internal.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns the blocks of one day into real time. When the clock goes back, a time that occurs twice means its first
 * occurrence; when it goes forward, a time that does not occur means the moment of the change.
 */
final class BusinessDay {
    private BusinessDay() {}

    /** The open stretches of the day in order, without overlap and without empty ones. */
    static List<Span> spans(LocalDate day, List<Block> blocks, ZoneId zone) {
        List<Span> spans = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            Instant closes = block.lastsUntilMidnight()
                    ? day.plusDays(1).atStartOfDay(zone).toInstant()
                    : instant(day.atTime(block.closes()), zone);
            Span span = new Span(instant(day.atTime(block.opens()), zone), closes);
            if (!span.isEmpty()) spans.add(span);
        }
        spans.sort(Comparator.comparing(Span::from));
        return joined(spans);
    }

    private static List<Span> joined(List<Span> sorted) {
        List<Span> joined = new ArrayList<>(sorted.size());
        for (Span span : sorted) {
            if (joined.isEmpty() || joined.getLast().to().isBefore(span.from())) {
                joined.add(span);
            } else if (joined.getLast().to().isBefore(span.to())) {
                joined.set(joined.size() - 1, new Span(joined.getLast().from(), span.to()));
            }
        }
        return joined;
    }

    private static Instant instant(LocalDateTime wall, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(wall);
        return change != null && change.isGap() ? change.getInstant() : wall.atZone(zone).toInstant();
    }
}
