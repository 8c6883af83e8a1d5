package nl.hartslag.shared.statistics;

import java.util.function.DoubleUnaryOperator;

/** 95 % intervals of an NPS, in points, clamped to −100..100. */
public final class NpsInterval {
    /** The standard normal deviate of 95 %, two-sided. */
    static final double Z = 1.959964;

    private static final int ENOUGH_FOR_ADJUSTED = 10;
    private static final double NEAR_THE_EDGE = 80;

    private NpsInterval() {}

    /** The adjusted Wald interval; the score interval below ten answers or beyond ±80, where adjusted Wald is poor. */
    public static Interval of(ScoreCounts counts) {
        double score = 100.0 * (counts.promoters() - counts.detractors()) / counts.n();
        return counts.n() < ENOUGH_FOR_ADJUSTED || Math.abs(score) > NEAR_THE_EDGE ? score(counts) : adjusted(counts);
    }

    /**
     * Adjusted Wald: as if ¾ detractor, 1½ passive and ¾ promoter had answered too (Rocks 2016, The American Statistician
     * 70:365–372).
     */
    public static Interval adjusted(ScoreCounts counts) {
        Adjusted adjusted = Adjusted.of(counts);
        double margin = Z * Math.sqrt(adjusted.variance() / adjusted.n());
        return points(adjusted.centre() - margin, adjusted.centre() + margin);
    }

    /** Score interval (Tango 1998), as for a difference of two paired shares. */
    public static Interval score(ScoreCounts counts) {
        double n = counts.n();
        double b = counts.detractors();
        double c = counts.promoters();
        double raw = (c - b) / n;
        DoubleUnaryOperator t = delta -> deviate(n, b, c, delta);
        double low = counts.detractors() == counts.n() ? -1 : root(t, Z, -1, raw);
        double high = counts.promoters() == counts.n() ? 1 : root(t, -Z, raw, 1);
        return points(low, high);
    }

    private static double deviate(double n, double b, double c, double delta) {
        double first = 2 * n;
        double second = -b - c + (2 * n - c + b) * delta;
        double third = -b * delta * (1 - delta);
        double q = (Math.sqrt(Math.max(0, second * second - 4 * first * third)) - second) / (2 * first);
        double spread = n * (2 * q + delta * (1 - delta));
        double distance = c - b - n * delta;
        if (spread <= 0) return distance == 0 ? 0 : distance > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return distance / Math.sqrt(spread);
    }

    /** Where the falling function takes this value, by bisection; the bound itself when it does not get there. */
    private static double root(DoubleUnaryOperator falling, double value, double from, double to) {
        double low = from;
        double high = to;
        for (int step = 0; step < 80; step++) {
            double middle = (low + high) / 2;
            if (falling.applyAsDouble(middle) > value) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    private static Interval points(double low, double high) {
        return new Interval(Math.max(-100, 100 * low), Math.min(100, 100 * high));
    }

    /** Counts with the three invented answers of adjusted Wald; centre and variance on the −1..1 scale. */
    record Adjusted(double n, double centre, double variance) {
        static Adjusted of(ScoreCounts counts) {
            double n = counts.n() + 3.0;
            double p = (counts.promoters() + 0.75) / n;
            double d = (counts.detractors() + 0.75) / n;
            return new Adjusted(n, p - d, p + d - (p - d) * (p - d));
        }
    }
}
