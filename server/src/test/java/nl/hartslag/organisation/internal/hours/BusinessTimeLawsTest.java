package nl.hartslag.organisation.internal.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.hartslag.testing.Law;
import nl.hartslag.testing.Law.Any;
import org.junit.jupiter.api.Test;

/** What must hold for any calendar, any moment (also when clocks change) and any promise. */
class BusinessTimeLawsTest {
    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isNeverDueBeforeTheMessage() {
        Law.holds(300, any -> {
            BusinessCalendar calendar = calendar(any);
            Instant from = moment(any);
            int minutes = any.number(1, 6_000);
            assertThat(calendar.plus(from, Duration.ofMinutes(minutes))).isAfter(from);
        });
    }

    @Test
    void isDueWhileOpenOrAtTheVeryEndOfIt() {
        Law.holds(300, any -> {
            BusinessCalendar calendar = calendar(any);
            Instant from = moment(any);
            int minutes = any.number(1, 6_000);
            Instant due = calendar.plus(from, Duration.ofMinutes(minutes));
            assertThat(calendar.isOpen(due.minusNanos(1))).isTrue();
        });
    }

    @Test
    void leavesExactlyThePromisedBusinessTime() {
        Law.holds(300, any -> {
            BusinessCalendar calendar = calendar(any);
            Instant from = moment(any);
            int minutes = any.number(1, 6_000);
            Duration promised = Duration.ofMinutes(minutes);
            assertThat(calendar.between(from, calendar.plus(from, promised))).isEqualTo(promised);
        });
    }

    @Test
    void isNeverDueEarlierForALaterMessage() {
        Law.holds(300, any -> {
            BusinessCalendar calendar = calendar(any);
            Instant from = moment(any);
            int later = any.number(0, 10_000);
            int minutes = any.number(1, 6_000);
            Duration promised = Duration.ofMinutes(minutes);
            Instant due = calendar.plus(from, promised);
            assertThat(calendar.plus(from.plus(Duration.ofMinutes(later)), promised)).isAfterOrEqualTo(due);
        });
    }

    @Test
    void moreTimeIsNeverDueEarlier() {
        Law.holds(300, any -> {
            BusinessCalendar calendar = calendar(any);
            Instant from = moment(any);
            int minutes = any.number(1, 6_000);
            Instant due = calendar.plus(from, Duration.ofMinutes(minutes));
            assertThat(calendar.plus(from, Duration.ofMinutes(minutes + any.number(1, 6_000)))).isAfter(due);
        });
    }

    @Test
    void timeInTwoPartsIsTheSameAsInOne() {
        Law.holds(300, any -> {
            BusinessCalendar calendar = calendar(any);
            Instant from = moment(any);
            Duration one = Duration.ofMinutes(any.number(1, 6_000));
            Duration other = Duration.ofMinutes(any.number(1, 6_000));
            assertThat(calendar.plus(calendar.plus(from, one), other)).isEqualTo(calendar.plus(from, one.plus(other)));
        });
    }

    /** In Amsterdam the clock goes forward at two on 29 March 2026 and back at three on 25 October 2026. */
    @Test
    void aPromiseThatIsDueWhileTheClockChangesCountsRealTime() {
        BusinessCalendar day = BusinessCalendar.alwaysOpen(ZoneId.of("Europe/Amsterdam"));
        Instant spring = Instant.parse("2026-03-29T00:30:00Z");
        assertThat(day.plus(spring, Duration.ofHours(1))).isEqualTo("2026-03-29T01:30:00Z");
        Instant autumn = Instant.parse("2026-10-25T00:30:00Z");
        assertThat(day.plus(autumn, Duration.ofHours(1))).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(day.plus(Instant.parse("2026-03-28T23:00:00Z"), Duration.ofHours(23))).isEqualTo("2026-03-29T22:00:00Z");
        assertThat(day.plus(Instant.parse("2026-10-24T22:00:00Z"), Duration.ofHours(25))).isEqualTo("2026-10-25T23:00:00Z");
    }

    @Test
    void opensAtTheNextOpeningAndNotBefore() {
        Law.holds(300, any -> {
            BusinessCalendar calendar = calendar(any);
            Instant at = moment(any);
            Instant opening = calendar.nextOpening(at).orElseThrow();
            assertThat(calendar.isOpen(opening)).isTrue();
            assertThat(calendar.between(at, opening)).isZero();
        });
    }

    @Test
    void isOpenUntilItClosesAndClosedThen() {
        Law.holds(300, any -> {
            BusinessCalendar calendar = calendar(any);
            Instant at = moment(any);
            calendar.closesAt(at).ifPresent(closing -> {
                assertThat(calendar.isOpen(closing)).isFalse();
                assertThat(calendar.between(at, closing)).isEqualTo(Duration.between(at, closing));
            });
        });
    }

    /** Any calendar that opens at least on Wednesdays. */
    private static BusinessCalendar calendar(Any any) {
        Map<DayOfWeek, List<Block>> week = new HashMap<>();
        any.list(7, () -> any.of(DayOfWeek.values())).forEach(day -> week.put(day, blocks(any)));
        week.put(DayOfWeek.WEDNESDAY, List.of(new Block(LocalTime.of(10, 0), LocalTime.of(11, 0))));
        Map<LocalDate, List<Block>> holidays = new HashMap<>();
        any.list(5, () -> LocalDate.of(2026, 1, 1).plusDays(any.number(0, 400))).forEach(day -> holidays.put(day, blocks(any)));
        ZoneId zone = ZoneId.of(any.of("Europe/Amsterdam", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Cairo"));
        return new BusinessCalendar(zone, any.of(true, false, false, false), week, holidays);
    }

    private static List<Block> blocks(Any any) {
        return any.list(3, () -> {
            int opens = any.number(0, 95);
            int closes = Math.min(96, opens + any.number(1, 96));
            return new Block(quarter(opens), quarter(closes % 96));
        });
    }

    private static LocalTime quarter(int quarters) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * quarters);
    }

    private static Instant moment(Any any) {
        return YEAR.plus(Duration.ofMinutes(any.number(0, 366 * 24 * 60)));
    }
}
