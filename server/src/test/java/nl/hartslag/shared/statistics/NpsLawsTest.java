package nl.hartslag.shared.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NpsLawsTest {
    @Property
    void liesBetweenItsBounds(@ForAll("counts") ScoreCounts counts) {
        Nps nps = Nps.of(counts).orElseThrow();
        assertThat(nps.score()).isBetween(-100.0, 100.0);
        assertThat(nps.variance()).isBetween(0.0, 1.0);
        assertThat(nps.interval().low()).isGreaterThanOrEqualTo(-100);
        assertThat(nps.interval().high()).isLessThanOrEqualTo(100);
        assertThat(nps.interval().high() - nps.interval().low()).isPositive();
    }

    @Property
    void scoreIntervalHoldsTheRawScore(@ForAll("counts") ScoreCounts counts) {
        Interval interval = NpsInterval.score(counts);
        double raw = Nps.of(counts).orElseThrow().score();
        assertThat(interval.low()).isLessThanOrEqualTo(raw + 1e-6);
        assertThat(interval.high()).isGreaterThanOrEqualTo(raw - 1e-6);
    }

    @Property
    void turningDetractorsIntoPromotersMirrorsEverything(@ForAll("counts") ScoreCounts counts) {
        Nps one = Nps.of(counts).orElseThrow();
        Nps other = Nps.of(new ScoreCounts(counts.promoters(), counts.passives(), counts.detractors())).orElseThrow();
        assertThat(other.score()).isCloseTo(-one.score(), within(1e-9));
        assertThat(other.interval().low()).isCloseTo(-one.interval().high(), within(1e-4));
        assertThat(other.interval().high()).isCloseTo(-one.interval().low(), within(1e-4));
    }

    @Property
    void moreOfTheSameAnswersNarrowTheAdjustedInterval(@ForAll("counts") ScoreCounts counts) {
        ScoreCounts fourfold = counts.plus(counts).plus(counts).plus(counts);
        assertThat(width(NpsInterval.adjusted(fourfold))).isLessThanOrEqualTo(width(NpsInterval.adjusted(counts)) + 1e-9);
    }

    @Property
    void oneMorePromoterNeverLowersTheScore(@ForAll("counts") ScoreCounts counts) {
        double before = Nps.of(counts).orElseThrow().score();
        double after = Nps.of(counts.plus(new ScoreCounts(0, 0, 1))).orElseThrow().score();
        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property
    void aGroupDoesNotDifferFromItself(@ForAll("counts") ScoreCounts counts) {
        NpsDifference difference = NpsDifference.of(counts, counts).orElseThrow();
        assertThat(difference.raw()).isZero();
        assertThat(difference.significant()).isFalse();
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    @Provide
    Arbitrary<ScoreCounts> counts() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, 400);
        return Combinators.combine(count, count, count).as(ScoreCounts::new).filter(counts -> counts.n() > 0);
    }
}
