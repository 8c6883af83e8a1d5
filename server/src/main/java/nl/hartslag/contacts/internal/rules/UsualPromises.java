package nl.hartslag.contacts.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.Usual;
import nl.hartslag.organisation.Organisation.Open;

/**
 * What is promised most, by the days of a calendar: a call on the next working day, before noon or after lunch, and today while there is
 * enough of it; a word today or else on the next working day; money by the end of the fifth. A working day is one on which the calendar is open by
 * day, today never counts as one, and a promise never lies at night: a brand that is open around the clock does not call at three.
 */
public final class UsualPromises {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime AFTERNOON = LocalTime.of(13, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final Duration ENOUGH = Duration.ofHours(1);
    private static final int QUARTER = 15 * 60;
    private static final int MONEY_DAYS = 5;
    /** As far as a promise may lie ahead. */
    private static final int HORIZON_DAYS = 365;

    private final ZoneId zone;
    private final Function<LocalDate, List<Open>> open;

    /** @param open when it is open on a day by that clock, in order */
    public UsualPromises(ZoneId zone, Function<LocalDate, List<Open>> open) {
        this.zone = zone;
        this.open = open;
    }

    /** In the order of the screen; nothing when it is not open by day within a year. */
    public List<Usual> at(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<LocalDate> days = today.plusDays(1).datesUntil(today.plusDays(HORIZON_DAYS)).filter(day -> !daytime(day).isEmpty()).limit(MONEY_DAYS).toList();
        List<Usual> usual = new ArrayList<>();
        if (!days.isEmpty()) {
            call(days.getFirst(), MORNING, NOON).ifPresent(usual::add);
            call(days.getFirst(), AFTERNOON, EVENING).ifPresent(usual::add);
        }
        callToday(today, now).ifPresent(usual::add);
        if (left(today, now).compareTo(ENOUGH) >= 0) usual.add(before(Act.WRITE_BACK, today));
        else if (!days.isEmpty()) usual.add(before(Act.WRITE_BACK, days.getFirst()));
        if (days.size() == MONEY_DAYS) usual.add(before(Act.REFUND, days.getLast()));
        return usual;
    }

    private Optional<Usual> call(LocalDate day, LocalTime from, LocalTime to) {
        return within(day, from, to).stream()
                .filter(one -> length(one).compareTo(ENOUGH) >= 0)
                .max(Comparator.comparing(UsualPromises::length))
                .map(one -> new Usual(Act.CALL_BACK, one.from(), one.to()));
    }

    /** From the second quarter of an hour on, as whoever promises it has this contact to end first. */
    private Optional<Usual> callToday(LocalDate today, Instant now) {
        Instant soon = Instant.ofEpochSecond((Math.floorDiv(now.getEpochSecond(), QUARTER) + 2) * QUARTER);
        return daytime(today).stream()
                .map(one -> new Open(later(one.from(), soon), one.to()))
                .filter(one -> length(one).compareTo(ENOUGH) >= 0)
                .findFirst()
                .map(one -> new Usual(Act.CALL_BACK, one.from(), one.to()));
    }

    private Usual before(Act act, LocalDate day) {
        return new Usual(act, null, daytime(day).getLast().to());
    }

    private Duration left(LocalDate today, Instant now) {
        return daytime(today).stream().filter(one -> one.to().isAfter(now)).map(one -> length(new Open(later(one.from(), now), one.to())))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private List<Open> daytime(LocalDate day) {
        return within(day, MORNING, EVENING);
    }

    private List<Open> within(LocalDate day, LocalTime from, LocalTime to) {
        Instant first = day.atTime(from).atZone(zone).toInstant();
        Instant last = day.atTime(to).atZone(zone).toInstant();
        return open.apply(day).stream()
                .map(one -> new Open(later(one.from(), first), one.to().isBefore(last) ? one.to() : last))
                .filter(one -> one.from().isBefore(one.to()))
                .toList();
    }

    private static Duration length(Open one) {
        return Duration.between(one.from(), one.to());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
