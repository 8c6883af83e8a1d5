package nl.hartslag.routing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import nl.hartslag.organisation.Organisation.ChannelHours;
import org.junit.jupiter.api.Test;

class OpenTimeTest {
    private final ChannelHours twoBlocks = new Daily(List.of(block("09:00", "12:00"), block("13:00", "17:00")));

    @Test
    void runsWithinABlock() {
        assertThat(after("2026-11-23T09:30", 60)).isEqualTo(at("2026-11-23T10:30"));
    }

    @Test
    void skipsTheBreak() {
        assertThat(after("2026-11-23T11:30", 60)).isEqualTo(at("2026-11-23T13:30"));
    }

    @Test
    void startsAtOpeningAndGoesOnTheNextDay() {
        assertThat(after("2026-11-23T18:00", 30)).isEqualTo(at("2026-11-24T09:30"));
        assertThat(after("2026-11-23T16:30", 60)).isEqualTo(at("2026-11-24T09:30"));
    }

    @Test
    void neverPassesWhenNeverOpen() {
        assertThat(OpenTime.after(new Daily(List.of()), Rules.NOW, Duration.ofMinutes(1))).isEmpty();
    }

    private Optional<Instant> after(String from, int minutes) {
        return OpenTime.after(twoBlocks, at(from).orElseThrow(), Duration.ofMinutes(minutes));
    }

    private static Optional<Instant> at(String local) {
        return Optional.of(java.time.LocalDateTime.parse(local).atZone(Daily.ZONE).toInstant());
    }

    private static LocalTime[] block(String opens, String closes) {
        return new LocalTime[] {LocalTime.parse(opens), LocalTime.parse(closes)};
    }

    /** The same blocks every day. */
    private record Daily(List<LocalTime[]> blocks) implements ChannelHours {
        static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

        @Override
        public ZoneId zone() {
            return ZONE;
        }

        @Override
        public boolean isOpen(Instant at) {
            return closesAt(at).isPresent();
        }

        @Override
        public Optional<Instant> nextOpening(Instant at) {
            if (blocks.isEmpty()) return Optional.empty();
            if (isOpen(at)) return Optional.of(at);
            ZonedDateTime day = at.atZone(ZONE);
            return java.util.stream.Stream.of(day, day.plusDays(1))
                    .flatMap(each -> blocks.stream().map(block -> each.with(block[0]).toInstant()))
                    .filter(opens -> !opens.isBefore(at))
                    .min(java.util.Comparator.naturalOrder());
        }

        @Override
        public Optional<Instant> closesAt(Instant at) {
            ZonedDateTime local = at.atZone(ZONE);
            return blocks.stream()
                    .filter(block -> !local.toLocalTime().isBefore(block[0]) && local.toLocalTime().isBefore(block[1]))
                    .findFirst()
                    .map(block -> local.with(block[1]).toInstant());
        }

        @Override
        public Instant answerDue(Instant from) {
            return from;
        }
    }
}
