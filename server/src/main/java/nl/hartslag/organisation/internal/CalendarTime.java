package nl.hartslag.organisation.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import nl.hartslag.organisation.Organisation.BusinessTime;
import nl.hartslag.organisation.Organisation.Open;
import nl.hartslag.organisation.internal.hours.BusinessCalendar;

/** The time of a calendar, for who counts in it. */
record CalendarTime(BusinessCalendar calendar) implements BusinessTime {
    @Override
    public Instant plus(Instant from, Duration business) {
        return calendar.plus(from, business);
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return calendar.between(from, to);
    }

    @Override
    public ZoneId zone() {
        return calendar.zone();
    }

    @Override
    public List<Open> on(LocalDate day) {
        return calendar.spansOf(day).stream().map(span -> new Open(span.from(), span.to())).toList();
    }
}
