package nl.hartslag.feedback.internal.followups;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.hartslag.organisation.Organisation.ChannelHours;

/** Deadlines in days on which the brand is open. */
final class WorkingDays {
    private static final int LOOK_AHEAD_DAYS = 400;

    private WorkingDays() {}

    /**
     * The moment the brand closes on the given working day after this one; today never counts. Where it never closes, the
     * same time of day; where it never opens, that many days of 24 hours.
     */
    static Instant due(ChannelHours hours, Instant from, int days) {
        LocalDate day = LocalDate.ofInstant(from, hours.zone());
        LocalDate end = day.plusDays(LOOK_AHEAD_DAYS);
        int counted = 0;
        while (day.isBefore(end)) {
            day = day.plusDays(1);
            Optional<Instant> opening = hours.nextOpening(day.atStartOfDay(hours.zone()).toInstant());
            if (opening.isEmpty()) break;
            LocalDate openDay = LocalDate.ofInstant(opening.get(), hours.zone());
            if (openDay.isAfter(day)) day = openDay;
            if (++counted == days) return closing(hours, opening.get(), day, from);
        }
        return from.plus(Duration.ofDays(days));
    }

    private static Instant closing(ChannelHours hours, Instant opening, LocalDate day, Instant from) {
        Optional<Instant> closes = hours.closesAt(opening);
        if (closes.isEmpty()) {
            return day.atTime(from.atZone(hours.zone()).toLocalTime()).atZone(hours.zone()).toInstant();
        }
        Instant midnight = day.plusDays(1).atStartOfDay(hours.zone()).toInstant();
        Instant last = closes.get();
        while (last.isBefore(midnight)) {
            Optional<Instant> next = hours.nextOpening(last).filter(midnight::isAfter);
            if (next.isEmpty()) break;
            Instant nextClose = hours.closesAt(next.get()).orElse(midnight);
            if (!nextClose.isAfter(last)) break;
            last = nextClose;
        }
        return last.isAfter(midnight) ? midnight : last;
    }
}
