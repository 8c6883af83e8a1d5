package nl.hartslag.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LawTest {
    @Test
    void namesTheSeedOfTheTryThatFailed() {
        assertThatThrownBy(() -> Law.holds(any -> assertThat(any.number(1, 9)).isLessThan(9)))
                .isInstanceOf(AssertionError.class).hasMessageContaining("-Dseed=");
    }

    @Test
    void reachesTheEdgesAndWhatLiesBetween() {
        Set<Integer> seen = new HashSet<>();
        Law.holds(any -> seen.add(any.number(0, 3)));
        assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3);
    }
}
