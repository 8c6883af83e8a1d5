package nl.hartslag.shared.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import nl.hartslag.testing.Law;
import org.junit.jupiter.api.Test;

class ShareTest {
    /** Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3. */
    @Test
    void hasTheIntervalsOfThePublishedExamples() {
        interval(81, 263, 25.53, 36.62);
        interval(15, 148, 6.24, 16.05);
        interval(0, 20, 0, 16.11);
        interval(1, 29, 0.61, 17.18);
    }

    private static void interval(long hits, long n, double low, double high) {
        Share share = Share.of(hits, n).orElseThrow();
        assertThat(share.interval().low()).isCloseTo(low, within(0.005));
        assertThat(share.interval().high()).isCloseTo(high, within(0.005));
    }

    @Test
    void isAbsentWithoutCasesAndRefusesMoreThanAll() {
        assertThat(Share.of(0, 0)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Share.of(3, 2));
    }

    @Test
    void liesWithinItsIntervalWhichLiesWithinTheWhole() {
        Law.holds(any -> {
            int n = any.number(1, 5_000);
            Share share = Share.of(any.number(0, n), n).orElseThrow();
            assertThat(share.interval().low()).isGreaterThanOrEqualTo(0).isLessThanOrEqualTo(share.percent() + 1e-9);
            assertThat(share.interval().high()).isLessThanOrEqualTo(100).isGreaterThanOrEqualTo(share.percent() - 1e-9);
        });
    }

    @Test
    void whatHitsAndWhatMissesMirrorEachOther() {
        Law.holds(any -> {
            int n = any.number(1, 5_000);
            int hits = any.number(0, n);
            Interval one = Share.of(hits, n).orElseThrow().interval();
            Interval other = Share.of(n - hits, n).orElseThrow().interval();
            assertThat(one.low()).isCloseTo(100 - other.high(), within(1e-9));
        });
    }
}
