package nl.hartslag.routing.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WaitEstimateTest {
    private final List<Integer> fiveMinutesEach = List.of(240, 300, 360, 200, 400);

    @Test
    void dividesTheWorkAheadOverThePlaces() {
        // the third in line, two places, five minutes each: three turns of 150 seconds
        assertThat(WaitEstimate.seconds(2, 0, 2, fiveMinutesEach)).isEqualTo(OptionalInt.of(450));
    }

    @Test
    void isNothingWhenThereIsAPlaceFree() {
        assertThat(WaitEstimate.seconds(0, 1, 2, List.of())).isEqualTo(OptionalInt.of(0));
    }

    @Test
    void isNotKnownWithoutPeople() {
        assertThat(WaitEstimate.seconds(0, 0, 0, fiveMinutesEach)).isEmpty();
    }

    @Test
    void isNotKnownWithTooLittleToGoBy() {
        assertThat(WaitEstimate.seconds(2, 0, 2, List.of(300, 300))).isEmpty();
    }
}
