package nl.hartslag.contacts.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import nl.hartslag.testing.Law;
import nl.hartslag.testing.Law.Any;
import org.junit.jupiter.api.Test;

/** Laws of moving a promise, whatever the calendar said. */
class MomentsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void whatTheCustomerWasToldIsNeverMadeLater() {
        Law.holds(any -> {
            Instant told = NOON.plus(minutes(any));
            Instant moved = Moments.moved(told, NOON.plus(minutes(any)), told, NOON);
            assertThat(moved).isBeforeOrEqualTo(told);
        });
    }

    @Test
    void nothingIsDueBeforeTheChangeThatMadeItSo() {
        Law.holds(any -> assertThat(Moments.moved(NOON.plus(minutes(any)), NOON.minus(minutes(any)), null, NOON)).isEqualTo(NOON));
    }

    @Test
    void whatHasGoneByStaysWhatItWas() {
        Law.holds(any -> {
            Instant old = NOON.minus(minutes(any));
            assertThat(Moments.moved(old, NOON.plus(minutes(any)), null, NOON)).isEqualTo(old);
        });
    }

    @Test
    void movingTwiceForTheSameReasonIsMovingOnce() {
        Law.holds(any -> {
            Instant told = any.of(true, false) ? NOON.plus(minutes(any)) : null;
            Instant calculated = NOON.plus(minutes(any)).minus(minutes(any));
            Instant once = Moments.moved(NOON.plus(minutes(any)), calculated, told, NOON);
            assertThat(Moments.moved(once, calculated, told, NOON)).isEqualTo(once);
        });
    }

    @Test
    void whatWasUsedStaysUsedWhenTheTimeChanges() {
        Law.holds(any -> {
            Duration old = minutes(any);
            Duration used = Duration.ofSeconds(any.number(0, (int) old.toSeconds()));
            Duration now = minutes(any);
            Duration left = Moments.left(now, old, old.minus(used));
            assertThat(left).isEqualTo(used.compareTo(now) > 0 ? Duration.ZERO : now.minus(used));
        });
    }

    private static Duration minutes(Any any) {
        return Duration.ofMinutes(any.number(1, 10_000));
    }
}
