package nl.hartslag.shared.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.hartslag.testing.Law;
import nl.hartslag.testing.Law.Any;
import org.junit.jupiter.api.Test;

class NpsLawsTest {
    @Test
    void liesBetweenItsBounds() {
        Law.holds(any -> {
            ScoreCounts counts = counts(any);
            Nps nps = Nps.of(counts).orElseThrow();
            assertThat(nps.score()).isBetween(-100.0, 100.0);
            assertThat(nps.variance()).isBetween(0.0, 1.0);
            assertThat(nps.interval().low()).isGreaterThanOrEqualTo(-100);
            assertThat(nps.interval().high()).isLessThanOrEqualTo(100);
            assertThat(nps.interval().high() - nps.interval().low()).isPositive();
        });
    }

    @Test
    void scoreIntervalHoldsTheRawScore() {
        Law.holds(any -> {
            ScoreCounts counts = counts(any);
            Interval interval = NpsInterval.score(counts);
            double raw = Nps.of(counts).orElseThrow().score();
            assertThat(interval.low()).isLessThanOrEqualTo(raw + 1e-6);
            assertThat(interval.high()).isGreaterThanOrEqualTo(raw - 1e-6);
        });
    }

    @Test
    void turningDetractorsIntoPromotersMirrorsEverything() {
        Law.holds(any -> {
            ScoreCounts counts = counts(any);
            Nps one = Nps.of(counts).orElseThrow();
            Nps other = Nps.of(new ScoreCounts(counts.promoters(), counts.passives(), counts.detractors())).orElseThrow();
            assertThat(other.score()).isCloseTo(-one.score(), within(1e-9));
            assertThat(other.interval().low()).isCloseTo(-one.interval().high(), within(1e-4));
            assertThat(other.interval().high()).isCloseTo(-one.interval().low(), within(1e-4));
        });
    }

    @Test
    void moreOfTheSameAnswersNarrowTheAdjustedInterval() {
        Law.holds(any -> {
            ScoreCounts counts = counts(any);
            ScoreCounts fourfold = counts.plus(counts).plus(counts).plus(counts);
            assertThat(width(NpsInterval.adjusted(fourfold))).isLessThanOrEqualTo(width(NpsInterval.adjusted(counts)) + 1e-9);
        });
    }

    @Test
    void oneMorePromoterNeverLowersTheScore() {
        Law.holds(any -> {
            ScoreCounts counts = counts(any);
            double before = Nps.of(counts).orElseThrow().score();
            double after = Nps.of(counts.plus(new ScoreCounts(0, 0, 1))).orElseThrow().score();
            assertThat(after).isGreaterThanOrEqualTo(before);
        });
    }

    @Test
    void aGroupDoesNotDifferFromItself() {
        Law.holds(any -> {
            ScoreCounts counts = counts(any);
            NpsDifference difference = NpsDifference.of(counts, counts).orElseThrow();
            assertThat(difference.raw()).isZero();
            assertThat(difference.significant()).isFalse();
        });
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    private static ScoreCounts counts(Any any) {
        ScoreCounts counts = new ScoreCounts(any.number(0, 400), any.number(0, 400), any.number(0, 400));
        return counts.n() > 0 ? counts : counts(any);
    }
}
