package nl.hartslag.contacts.internal.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class SilentDaysTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private final SilentDays days = new SilentDays(5, 7, ZONE, at -> at);

    @Test
    void daysAreThoseOfTheCalendarWhenTheClockChanges() {
        assertThat(days.reminds(at("2027-03-25T14:00"))).as("over a day of 23 hours").isEqualTo(at("2027-03-30T14:00"));
        assertThat(days.reminds(at("2026-10-23T14:00"))).as("over a day of 25 hours").isEqualTo(at("2026-10-28T14:00"));
        assertThat(days.reminds(at("2027-03-23T02:30"))).as("at an hour that does not exist").isEqualTo(at("2027-03-28T03:30"));
    }

    @Test
    void nothingLeavesInTheNightOrTheWeekend() {
        SilentDays office = new SilentDays(5, 7, ZONE, SilentDaysTest::officeHours);
        assertThat(office.reminds(at("2026-12-01T11:00"))).as("a Sunday").isEqualTo(at("2026-12-07T09:00"));
        assertThat(office.reminds(at("2026-12-02T22:00"))).as("a Monday evening").isEqualTo(at("2026-12-08T09:00"));
        assertThat(office.solves(at("2026-12-07T09:00"))).isEqualTo(at("2026-12-14T09:00"));
    }

    @Test
    void whoWasToldADayHasAllOfHisDaysAndNeverFewer() {
        Instant told = at("2026-12-14T09:00");
        Instant reminded = at("2026-12-07T09:00");
        assertThat(days.solves(told, reminded, null, null)).isEqualTo(told);
        assertThat(new SilentDays(1, 1, ZONE, at -> at).solves(told, reminded, null, null)).as("by a shorter rule").isEqualTo(told);
        assertThat(new SilentDays(1, 30, ZONE, at -> at).solves(told, reminded, at("2026-12-07T09:05"), null)).as("by a longer rule").isEqualTo(told);
        assertThat(days.solves(told, reminded, at("2026-12-09T10:00"), null)).as("a mail that left late").isEqualTo(at("2026-12-16T10:00"));
        assertThat(days.solves(told, reminded, at("2026-12-07T09:05"), at("2026-12-10T12:00"))).as("thanks meanwhile").isEqualTo(at("2026-12-17T12:00"));
        assertThat(days.solves(told, reminded, at("2026-12-07T09:05"), at("2026-12-01T12:00"))).isEqualTo(told);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    private static Instant officeHours(Instant from) {
        ZonedDateTime at = from.atZone(ZONE);
        if (at.getHour() >= 17) at = at.toLocalDate().plusDays(1).atStartOfDay(ZONE);
        if (at.getHour() < 9) at = at.with(LocalTime.of(9, 0));
        while (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY) at = at.toLocalDate().plusDays(1).atTime(9, 0).atZone(ZONE);
        return at.toInstant();
    }
}
