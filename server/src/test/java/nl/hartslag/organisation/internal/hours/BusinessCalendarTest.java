package nl.hartslag.organisation.internal.hours;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BusinessCalendarTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final List<Block> MORNING_AND_AFTERNOON = List.of(block("09:00", "12:30"), block("13:00", "17:30"));

    private final BusinessCalendar office = new BusinessCalendar(
            AMSTERDAM,
            false,
            Map.of(MONDAY, MORNING_AND_AFTERNOON, TUESDAY, MORNING_AND_AFTERNOON, FRIDAY, MORNING_AND_AFTERNOON),
            Map.of(LocalDate.of(2026, 4, 3), List.of(), LocalDate.of(2026, 4, 6), List.of(block("11:00", "13:00"))));

    @Test
    void isClosedOverLunchAndOpenAtTheFirstInstantOfABlock() {
        assertThat(office.isOpen(at("2026-03-02T09:00"))).isTrue();
        assertThat(office.isOpen(at("2026-03-02T12:30"))).isFalse();
        assertThat(office.isOpen(at("2026-03-02T12:59:59"))).isFalse();
        assertThat(office.isOpen(at("2026-03-02T13:00"))).isTrue();
        assertThat(office.isOpen(at("2026-03-02T17:30"))).isFalse();
    }

    @Test
    void carriesAnAnswerOverLunchAndOverClosedDays() {
        assertThat(office.plus(at("2026-03-02T12:00"), hours(1))).isEqualTo(at("2026-03-02T13:30"));
        assertThat(office.plus(at("2026-03-03T17:00"), hours(1))).isEqualTo(at("2026-03-06T09:30"));
        assertThat(office.plus(at("2026-03-01T20:00"), hours(4))).isEqualTo(at("2026-03-02T13:30"));
    }

    @Test
    void promisesTheEndOfABlockWhenTheTimeFitsExactly() {
        assertThat(office.plus(at("2026-03-02T09:00"), Duration.ofMinutes(210))).isEqualTo(at("2026-03-02T12:30"));
    }

    @Test
    void skipsAHolidayAndKeepsToTheHoursOfAHolidayThatIsOpen() {
        assertThat(office.isOpen(at("2026-04-03T10:00"))).isFalse();
        assertThat(office.isOpen(at("2026-04-06T09:30"))).isFalse();
        assertThat(office.isOpen(at("2026-04-06T11:30"))).isTrue();
        assertThat(office.plus(at("2026-04-03T10:00"), hours(3))).isEqualTo(at("2026-04-07T10:00"));
    }

    @Test
    void knowsWhenItOpensAndCloses() {
        assertThat(office.nextOpening(at("2026-03-02T12:45"))).contains(at("2026-03-02T13:00"));
        assertThat(office.nextOpening(at("2026-03-02T10:00"))).contains(at("2026-03-02T10:00"));
        assertThat(office.closesAt(at("2026-03-02T10:00"))).contains(at("2026-03-02T12:30"));
        assertThat(office.closesAt(at("2026-03-02T12:45"))).isEmpty();
    }

    @Test
    void staysOpenThroughMidnightWhenTheNextDayOpensThen() {
        BusinessCalendar nights = new BusinessCalendar(
                AMSTERDAM,
                false,
                Map.of(FRIDAY, List.of(block("20:00", "00:00")), SATURDAY, List.of(block("00:00", "04:00"))),
                Map.of());
        assertThat(nights.isOpen(at("2026-03-06T23:59:59"))).isTrue();
        assertThat(nights.closesAt(at("2026-03-06T21:00"))).contains(at("2026-03-07T04:00"));
        assertThat(nights.plus(at("2026-03-06T23:00"), hours(2))).isEqualTo(at("2026-03-07T01:00"));
    }

    @Test
    void countsTwentyThreeHoursOnTheDayTheClockGoesForward() {
        BusinessCalendar sundays = wholeDays(SUNDAY);
        assertThat(sundays.between(at("2026-03-29T00:00"), at("2026-03-30T00:00"))).isEqualTo(hours(23));
        assertThat(sundays.plus(at("2026-03-29T00:00"), hours(23))).isEqualTo(at("2026-03-30T00:00"));
    }

    @Test
    void countsTwentyFiveHoursOnTheDayTheClockGoesBack() {
        BusinessCalendar sundays = wholeDays(SUNDAY);
        assertThat(sundays.between(at("2026-10-25T00:00"), at("2026-10-26T00:00"))).isEqualTo(hours(25));
    }

    @Test
    void opensAtTheChangeWhenItsOpeningTimeIsSkipped() {
        BusinessCalendar early = new BusinessCalendar(
                AMSTERDAM, false, Map.of(SUNDAY, List.of(block("02:30", "05:00"))), Map.of());
        Instant change = Instant.parse("2026-03-29T01:00:00Z");
        assertThat(early.nextOpening(at("2026-03-29T00:00"))).contains(change);
        assertThat(early.between(change, at("2026-03-29T05:00"))).isEqualTo(hours(2));
    }

    @Test
    void leavesOutABlockThatLiesWhollyInTheSkippedHour() {
        BusinessCalendar skipped = new BusinessCalendar(
                AMSTERDAM, false, Map.of(SUNDAY, List.of(block("02:00", "02:45"))), Map.of());
        assertThat(skipped.nextOpening(at("2026-03-28T12:00"))).contains(at("2026-04-05T02:00"));
    }

    @Test
    void alwaysOpenClosesOnlyForAHoliday() {
        assertThat(BusinessCalendar.alwaysOpen(AMSTERDAM).closesAt(at("2026-03-02T10:00"))).isEmpty();
        BusinessCalendar exceptChristmas =
                new BusinessCalendar(AMSTERDAM, true, Map.of(), Map.of(LocalDate.of(2026, 12, 25), List.of()));
        assertThat(exceptChristmas.closesAt(at("2026-12-24T23:00"))).contains(at("2026-12-25T00:00"));
        assertThat(exceptChristmas.plus(at("2026-12-24T23:00"), hours(2))).isEqualTo(at("2026-12-26T01:00"));
    }

    @Test
    void countsOrdinaryTimeWhenItNeverOpens() {
        BusinessCalendar never = new BusinessCalendar(AMSTERDAM, false, Map.of(), Map.of());
        assertThat(never.nextOpening(at("2026-03-02T10:00"))).isEmpty();
        assertThat(never.plus(at("2026-03-02T10:00"), hours(4))).isEqualTo(at("2026-03-02T14:00"));
    }

    @Test
    void keepsToTheTimeOfItsOwnZone() {
        BusinessCalendar paramaribo = new BusinessCalendar(
                ZoneId.of("America/Paramaribo"), false, Map.of(MONDAY, List.of(block("08:00", "16:00"))), Map.of());
        assertThat(paramaribo.isOpen(Instant.parse("2026-03-02T10:30:00Z"))).isFalse();
        assertThat(paramaribo.isOpen(Instant.parse("2026-03-02T18:30:00Z"))).isTrue();
    }

    @Test
    void refusesABlockThatClosesBeforeItOpens() {
        assertThatThrownBy(() -> block("12:00", "09:00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static BusinessCalendar wholeDays(DayOfWeek... days) {
        Map<DayOfWeek, List<Block>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : days) week.put(day, List.of(Block.WHOLE_DAY));
        return new BusinessCalendar(AMSTERDAM, false, week, Map.of());
    }

    private static Block block(String opens, String closes) {
        return new Block(LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static Instant at(String wall) {
        return LocalDateTime.parse(wall).atZone(AMSTERDAM).toInstant();
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
