package nl.hartslag.contacts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.GivenPromises.Usual;
import nl.hartslag.organisation.Organisation.Open;
import nl.hartslag.testing.Law;
import nl.hartslag.testing.Law.Any;
import org.junit.jupiter.api.Test;

class UsualPromisesTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final Set<DayOfWeek> WEEKDAYS = Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());
    private static final Hours OFFICE = new Hours(AMSTERDAM, WEEKDAYS, Set.of(), "09:00-17:00");

    @Test
    void callsOnTheNextWorkingDayWritesTodayAndPaysByTheEndOfTheFifth() {
        assertThat(written(OFFICE, "2026-11-30T10:00")).containsExactly(
                "CALL_BACK 2026-12-01T09:00 2026-12-01T12:00", "CALL_BACK 2026-12-01T13:00 2026-12-01T17:00", "CALL_BACK 2026-11-30T10:30 2026-11-30T17:00",
                "WRITE_BACK 2026-11-30T17:00", "REFUND 2026-12-07T17:00");
    }

    @Test
    void writesOnTheNextWorkingDayOnceLessThanAnHourIsLeft() {
        assertThat(written(OFFICE, "2026-11-30T16:00")).contains("WRITE_BACK 2026-11-30T17:00");
        assertThat(written(OFFICE, "2026-11-30T16:01")).contains("WRITE_BACK 2026-12-01T17:00");
        assertThat(written(OFFICE, "2026-12-05T10:00")).contains("WRITE_BACK 2026-12-07T17:00");
    }

    @Test
    void callsTodayWithinOneBlockWhileAnHourOfItIsLeft() {
        Hours blocks = new Hours(AMSTERDAM, WEEKDAYS, Set.of(), "09:00-12:00", "13:00-17:00");
        assertThat(written(blocks, "2026-11-30T10:29")).contains("CALL_BACK 2026-11-30T10:45 2026-11-30T12:00");
        assertThat(written(blocks, "2026-11-30T10:45")).contains("CALL_BACK 2026-11-30T13:00 2026-11-30T17:00");
        assertThat(written(blocks, "2026-11-30T15:44")).contains("CALL_BACK 2026-11-30T16:00 2026-11-30T17:00");
        assertThat(written(blocks, "2026-11-30T15:45")).noneMatch(one -> one.startsWith("CALL_BACK 2026-11-30"));
    }

    @Test
    void promisesNothingForAHoliday() {
        Hours christmas = new Hours(AMSTERDAM, WEEKDAYS, Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1)), "09:00-17:00");
        assertThat(written(christmas, "2026-12-24T10:00")).containsExactly(
                "CALL_BACK 2026-12-28T09:00 2026-12-28T12:00", "CALL_BACK 2026-12-28T13:00 2026-12-28T17:00", "CALL_BACK 2026-12-24T10:30 2026-12-24T17:00",
                "WRITE_BACK 2026-12-24T17:00", "REFUND 2027-01-04T17:00");
    }

    @Test
    void aCallLiesWithinOneBlockAndOnASaturdayThatIsOpen() {
        Set<DayOfWeek> shop = new HashSet<>(WEEKDAYS);
        shop.add(DayOfWeek.SATURDAY);
        Hours blocks = new Hours(AMSTERDAM, shop, Set.of(), "08:30-11:00", "11:30-12:30", "14:00-15:00", "15:30-18:00");
        assertThat(written(blocks, "2026-12-04T19:00")).containsExactly(
                "CALL_BACK 2026-12-05T08:30 2026-12-05T11:00", "CALL_BACK 2026-12-05T15:30 2026-12-05T18:00",
                "WRITE_BACK 2026-12-05T18:00", "REFUND 2026-12-10T18:00");
    }

    @Test
    void offersNoCallWhereADayHasNoRoomForIt() {
        assertThat(written(new Hours(AMSTERDAM, WEEKDAYS, Set.of(), "14:00-22:00"), "2026-11-30T10:00")).containsExactly(
                "CALL_BACK 2026-12-01T14:00 2026-12-01T21:00", "CALL_BACK 2026-11-30T14:00 2026-11-30T21:00", "WRITE_BACK 2026-11-30T21:00", "REFUND 2026-12-07T21:00");
    }

    @Test
    void whoIsOpenDayAndNightPromisesNothingAtNight() {
        assertThat(written(new Hours(AMSTERDAM, EVERY_DAY, Set.of(), "00:00-00:00"), "2026-12-05T10:00")).containsExactly(
                "CALL_BACK 2026-12-06T08:00 2026-12-06T12:00", "CALL_BACK 2026-12-06T13:00 2026-12-06T21:00", "CALL_BACK 2026-12-05T10:30 2026-12-05T21:00",
                "WRITE_BACK 2026-12-05T21:00", "REFUND 2026-12-10T21:00");
    }

    @Test
    void countsByTheClockOnTheWallAlsoWhereItChanges() {
        assertThat(new UsualPromises(AMSTERDAM, OFFICE::on).at(Instant.parse("2026-10-23T10:00:00Z")).getFirst())
                .isEqualTo(new Usual(Act.CALL_BACK, Instant.parse("2026-10-26T08:00:00Z"), Instant.parse("2026-10-26T11:00:00Z")));
        assertThat(new UsualPromises(AMSTERDAM, OFFICE::on).at(Instant.parse("2027-03-26T10:00:00Z")).getFirst().from())
                .isEqualTo("2027-03-29T07:00:00Z");
    }

    @Test
    void offersNothingWhereItDoesNotOpenWithinAYear() {
        assertThat(written(new Hours(AMSTERDAM, Set.of(), Set.of(), "09:00-17:00"), "2026-11-30T10:00")).isEmpty();
        assertThat(written(new Hours(AMSTERDAM, EVERY_DAY, Set.of(), "22:00-00:00"), "2026-11-30T10:00")).isEmpty();
    }

    /** Any calendar, any moment of a year with both changes of the clock: only while open, never in the past, by day, and not beyond a year. */
    @Test
    void liesWithinTheHoursAndAhead() {
        Law.holds(400, any -> {
            Hours hours = hours(any);
            Instant now = moment(any);
            for (Usual one : new UsualPromises(hours.zone(), hours::on).at(now)) {
                Instant from = one.from() == null ? one.due().minusNanos(1) : one.from();
                assertThat(from).isAfter(now).isBefore(one.due());
                assertThat(hours.on(LocalDate.ofInstant(from, hours.zone())))
                        .anySatisfy(open -> assertThat(!open.from().isAfter(from) && !open.to().isBefore(one.due())).isTrue());
                assertThat(from.atZone(hours.zone()).toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(21, 0));
                assertThat(one.due()).isBefore(now.plus(Duration.ofDays(366)));
                assertThat(from.atZone(hours.zone()).toLocalDate()).isNotIn(hours.closed());
            }
        });
    }

    @Test
    void isNeverEarlierForALaterMoment() {
        Law.holds(400, any -> {
            Hours hours = hours(any);
            Instant now = moment(any);
            UsualPromises usual = new UsualPromises(hours.zone(), hours::on);
            List<Usual> then = usual.at(now.plus(Duration.ofMinutes(any.number(0, 20_000))));
            for (Act act : List.of(Act.WRITE_BACK, Act.REFUND)) {
                due(usual.at(now), act).forEach(earlier -> due(then, act).forEach(later -> assertThat(later).isAfterOrEqualTo(earlier)));
            }
            assertThat(day(then, hours)).isGreaterThanOrEqualTo(day(usual.at(now), hours));
        });
    }

    private static List<Instant> due(List<Usual> usual, Act act) {
        return usual.stream().filter(one -> one.act() == act).map(Usual::due).toList();
    }

    /** On which day is called; without a call as late or as early as compares with any. */
    private static long day(List<Usual> usual, Hours hours) {
        return usual.stream().filter(one -> one.act() == Act.CALL_BACK).mapToLong(one -> LocalDate.ofInstant(one.due(), hours.zone()).toEpochDay())
                .findFirst().orElse(0);
    }

    private static Instant moment(Any any) {
        return Instant.parse("2026-06-01T00:30:00Z").plusSeconds(60L * any.number(0, 366 * 24 * 60));
    }

    /** With a day of 23 or 25 hours, and holidays, well in reach; every day that is open has the same room, so that calls compare. */
    private static Hours hours(Any any) {
        Set<DayOfWeek> days = new HashSet<>(List.of(any.of(DayOfWeek.values())));
        days.addAll(any.list(6, () -> any.of(DayOfWeek.values())));
        Set<LocalDate> closed = new HashSet<>(any.list(40, () -> LocalDate.of(2026, 6, 1).plusDays(any.number(0, 380))));
        return new Hours(any.of(AMSTERDAM, ZoneId.of("America/New_York"), ZoneId.of("Asia/Kathmandu")), days, closed,
                any.of(new String[] {"09:00-17:00"}, new String[] {"00:00-00:00"}, new String[] {"07:00-11:00", "12:15-22:00"}, new String[] {"09:00-12:00", "12:30-13:30", "18:00-00:00"}));
    }

    private static List<String> written(Hours hours, String now) {
        return new UsualPromises(hours.zone(), hours::on).at(LocalDateTime.parse(now).atZone(hours.zone()).toInstant()).stream()
                .map(one -> one.act() + (one.from() == null ? " " : " " + local(one.from(), hours) + " ") + local(one.due(), hours)).toList();
    }

    private static LocalDateTime local(Instant at, Hours hours) {
        return LocalDateTime.ofInstant(at, hours.zone());
    }

    private record Hours(ZoneId zone, Set<DayOfWeek> week, Set<LocalDate> closed, String... blocks) {
        List<Open> on(LocalDate day) {
            List<Open> open = new ArrayList<>();
            if (!week.contains(day.getDayOfWeek()) || closed.contains(day)) return open;
            for (String block : blocks) {
                LocalTime opens = LocalTime.parse(block.substring(0, 5));
                LocalTime closes = LocalTime.parse(block.substring(6));
                open.add(new Open(day.atTime(opens).atZone(zone).toInstant(),
                        (closes.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(closes)).atZone(zone).toInstant()));
            }
            return open;
        }
    }
}
