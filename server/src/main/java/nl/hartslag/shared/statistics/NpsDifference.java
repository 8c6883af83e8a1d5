package nl.hartslag.shared.statistics;

import java.util.Optional;

/**
 * Whether two independent groups of answers differ.
 *
 * @param raw first minus second, in points
 * @param adjusted the difference after the adjustment of {@link NpsInterval#adjusted}; the interval lies round this one
 * @param p two-sided
 * @param detectable the smallest true difference that would be noticed four times out of five, in points
 */
public record NpsDifference(
        double raw, double adjusted, double standardError, double z, double p, Interval interval, double detectable) {
    /** The standard normal deviate of 80 % power. */
    private static final double Z_POWER = 0.841621;

    private static final double ALPHA = 0.05;

    /** Empty when one of the two has no answers. */
    public static Optional<NpsDifference> of(ScoreCounts first, ScoreCounts second) {
        if (first.n() == 0 || second.n() == 0) return Optional.empty();
        var one = NpsInterval.Adjusted.of(first);
        var two = NpsInterval.Adjusted.of(second);
        double se = Math.sqrt(one.variance() / one.n() + two.variance() / two.n());
        double difference = one.centre() - two.centre();
        double z = difference / se;
        double raw = Nps.of(first).orElseThrow().score() - Nps.of(second).orElseThrow().score();
        return Optional.of(new NpsDifference(
                raw,
                100 * difference,
                se,
                z,
                Normal.twoSided(z),
                new Interval(100 * (difference - NpsInterval.Z * se), 100 * (difference + NpsInterval.Z * se)),
                detectable(first.n(), Nps.variance(first), second.n(), Nps.variance(second))));
    }

    /** Only then may a screen draw an arrow. */
    public boolean significant() {
        return p < ALPHA;
    }

    /** The smallest true difference, in points, that two groups of this size would show with 80 % power. */
    public static double detectable(long n1, double variance1, long n2, double variance2) {
        return 100 * (NpsInterval.Z + Z_POWER) * Math.sqrt(variance1 / (n1 + 3) + variance2 / (n2 + 3));
    }
}
