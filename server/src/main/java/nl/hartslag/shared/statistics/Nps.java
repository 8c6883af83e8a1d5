package nl.hartslag.shared.statistics;

import java.util.Optional;

/**
 * The share of promoters minus the share of detractors, in points (−100 to 100), with its 95 % interval.
 *
 * @param score the raw score; the interval is not symmetric round it
 * @param variance of one answer on the −1..1 scale
 */
public record Nps(ScoreCounts counts, double score, double variance, Interval interval) {

    /** Empty when nobody answered: no answers is no score, and not a score of zero. */
    public static Optional<Nps> of(ScoreCounts counts) {
        if (counts.n() == 0) return Optional.empty();
        double score = 100.0 * (counts.promoters() - counts.detractors()) / counts.n();
        return Optional.of(new Nps(counts, score, variance(counts), NpsInterval.of(counts)));
    }

    public long n() {
        return counts.n();
    }

    /** {@code σ² = p + d − (p − d)²}, on the −1..1 scale; in points² it is 10,000 times as much. */
    static double variance(ScoreCounts counts) {
        double p = (double) counts.promoters() / counts.n();
        double d = (double) counts.detractors() / counts.n();
        return p + d - (p - d) * (p - d);
    }

    /** Standard error on the −1..1 scale. */
    public double standardError() {
        return Math.sqrt(variance / n());
    }
}
