package nl.hartslag.feedback.internal.followups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import nl.hartslag.organisation.Organisation.ChannelHours;
import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Test
    void endsWhenTheShopClosesAlsoAfterTheClockWentBack() {
        // the night of 24 to 25 October 2026 has 25 hours
        Instant friday = ZonedDateTime.of(2026, 10, 23, 16, 0, 0, 0, AMSTERDAM).toInstant();
        assertThat(WorkingDays.due(new Weekdays(), friday, 2)).isEqualTo(ZonedDateTime.of(2026, 10, 27, 17, 0, 0, 0, AMSTERDAM).toInstant());
    }

    @Test
    void endsWhenTheShopClosesAlsoAfterTheClockWentForward() {
        Instant friday = ZonedDateTime.of(2027, 3, 26, 16, 0, 0, 0, AMSTERDAM).toInstant();
        assertThat(WorkingDays.due(new Weekdays(), friday, 1)).isEqualTo(ZonedDateTime.of(2027, 3, 29, 17, 0, 0, 0, AMSTERDAM).toInstant());
    }

    /** Over a year with both changes of the clock: always five o'clock on a weekday, never today, never backwards. */
    @Test
    void isAlwaysAClosingTimeOnALaterWorkingDay() {
        Law.holds(300, any -> {
            int days = any.number(1, 30);
            Instant from = Instant.parse("2026-06-01T00:30:00Z").plusSeconds(3600L * any.number(0, 365 * 24));
            ZonedDateTime due = WorkingDays.due(new Weekdays(), from, days).atZone(AMSTERDAM);
            assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(17, 0));
            assertThat(due.getDayOfWeek()).isLessThanOrEqualTo(DayOfWeek.FRIDAY);
            assertThat(due.toLocalDate()).isAfter(LocalDate.ofInstant(from, AMSTERDAM));
            assertThat(WorkingDays.due(new Weekdays(), from.plusSeconds(3600), days)).isAfterOrEqualTo(due.toInstant());
            assertThat(workingDaysBetween(LocalDate.ofInstant(from, AMSTERDAM), due.toLocalDate())).isEqualTo(days);
        });
    }

    private static long workingDaysBetween(LocalDate after, LocalDate until) {
        return after.plusDays(1).datesUntil(until.plusDays(1)).filter(day -> day.getDayOfWeek().getValue() <= 5).count();
    }

    /** Open from nine to five, Monday to Friday. */
    private record Weekdays() implements ChannelHours {
        @Override
        public ZoneId zone() {
            return AMSTERDAM;
        }

        @Override
        public boolean isOpen(Instant at) {
            ZonedDateTime local = at.atZone(AMSTERDAM);
            return local.getDayOfWeek().getValue() <= 5 && local.getHour() >= 9 && local.getHour() < 17;
        }

        @Override
        public Optional<Instant> nextOpening(Instant at) {
            if (isOpen(at)) return Optional.of(at);
            ZonedDateTime opens = at.atZone(AMSTERDAM).toLocalDate().atTime(9, 0).atZone(AMSTERDAM);
            while (opens.toInstant().isBefore(at) || opens.getDayOfWeek().getValue() > 5) opens = opens.plusDays(1);
            return Optional.of(opens.toInstant());
        }

        @Override
        public Optional<Instant> closesAt(Instant at) {
            return isOpen(at) ? Optional.of(at.atZone(AMSTERDAM).toLocalDate().atTime(17, 0).atZone(AMSTERDAM).toInstant()) : Optional.empty();
        }

        @Override
        public Instant answerDue(Instant from) {
            return from.plusSeconds(3600);
        }
    }
}
