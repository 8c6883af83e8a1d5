package nl.hartslag.organisation.internal.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold for any calendar, any moment (also when clocks change) and any promise. */
class BusinessTimeLaws {
    private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");

    @Property(tries = 300)
    void isNeverDueBeforeTheMessage(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant from, @ForAll @IntRange(min = 1, max = 6_000) int minutes) {
        assertThat(calendar.plus(from, Duration.ofMinutes(minutes))).isAfter(from);
    }

    @Property(tries = 300)
    void isDueWhileOpenOrAtTheVeryEndOfIt(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant from, @ForAll @IntRange(min = 1, max = 6_000) int minutes) {
        Instant due = calendar.plus(from, Duration.ofMinutes(minutes));
        assertThat(calendar.isOpen(due.minusNanos(1))).isTrue();
    }

    @Property(tries = 300)
    void leavesExactlyThePromisedBusinessTime(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant from, @ForAll @IntRange(min = 1, max = 6_000) int minutes) {
        Duration promised = Duration.ofMinutes(minutes);
        assertThat(calendar.between(from, calendar.plus(from, promised))).isEqualTo(promised);
    }

    @Property(tries = 300)
    void isNeverDueEarlierForALaterMessage(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 10_000) int later,
            @ForAll @IntRange(min = 1, max = 6_000) int minutes) {
        Duration promised = Duration.ofMinutes(minutes);
        Instant due = calendar.plus(from, promised);
        assertThat(calendar.plus(from.plus(Duration.ofMinutes(later)), promised)).isAfterOrEqualTo(due);
    }

    @Property(tries = 300)
    void opensAtTheNextOpeningAndNotBefore(@ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant at) {
        Instant opening = calendar.nextOpening(at).orElseThrow();
        assertThat(calendar.isOpen(opening)).isTrue();
        assertThat(calendar.between(at, opening)).isZero();
    }

    @Property(tries = 300)
    void isOpenUntilItClosesAndClosedThen(@ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant at) {
        calendar.closesAt(at).ifPresent(closing -> {
            assertThat(calendar.isOpen(closing)).isFalse();
            assertThat(calendar.between(at, closing)).isEqualTo(Duration.between(at, closing));
        });
    }

    /** Any calendar that opens at least on Wednesdays. */
    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        Arbitrary<List<Block>> day = blocks().list().ofMaxSize(3);
        Arbitrary<Map<DayOfWeek, List<Block>>> week =
                Arbitraries.maps(Arbitraries.of(DayOfWeek.class), day).ofMaxSize(7).map(days -> {
                    days.put(DayOfWeek.WEDNESDAY, List.of(new Block(LocalTime.of(10, 0), LocalTime.of(11, 0))));
                    return days;
                });
        Arbitrary<Map<LocalDate, List<Block>>> holidays = Arbitraries.maps(
                        Arbitraries.integers().between(0, 400).map(days -> LocalDate.of(2026, 1, 1).plusDays(days)), day)
                .ofMaxSize(5);
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "Europe/Amsterdam", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Cairo")
                .map(ZoneId::of);
        return Combinators.combine(zones, Arbitraries.of(true, false, false, false), week, holidays)
                .as(BusinessCalendar::new);
    }

    private static Arbitrary<Block> blocks() {
        Arbitrary<Integer> quarters = Arbitraries.integers().between(0, 95);
        return Combinators.combine(quarters, Arbitraries.integers().between(1, 96)).as((opens, length) -> {
            int closes = Math.min(96, opens + length);
            return new Block(quarter(opens), quarter(closes % 96));
        });
    }

    private static LocalTime quarter(int quarters) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * quarters);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Arbitraries.integers().between(0, 366 * 24 * 60).map(minutes -> YEAR.plus(Duration.ofMinutes(minutes)));
    }
}
