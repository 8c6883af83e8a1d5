package nl.hartslag.shared.statistics;

import java.util.Optional;

/**
 * A part of a whole in percent, with the 95 % interval of Wilson (1927, J. Am. Stat. Assoc. 22:209–212), which behaves at both ends
 * and with few cases, where the plain one does not (Brown, Cai and DasGupta 2001, Statistical Science 16:101–133).
 *
 * @param percent  of the cases, 0 to 100
 * @param interval within which the share of the process behind it lies, in percent
 * @param n        how many cases there were
 */
public record Share(double percent, Interval interval, long n) {
    private static final double Z = NpsInterval.Z;

    /** Empty when there were no cases: no share, and certainly not nought. */
    public static Optional<Share> of(long hits, long n) {
        if (hits < 0 || hits > n) throw new IllegalArgumentException(hits + " of " + n);
        return n == 0 ? Optional.empty() : Optional.of(new Share(100.0 * hits / n, wilson(hits, n), n));
    }

    private static Interval wilson(long hits, long n) {
        double p = (double) hits / n;
        double square = Z * Z;
        double centre = p + square / (2 * n);
        double margin = Z * Math.sqrt(p * (1 - p) / n + square / (4.0 * n * n));
        double whole = 1 + square / n;
        return new Interval(Math.max(0, 100 * (centre - margin) / whole), Math.min(100, 100 * (centre + margin) / whole));
    }
}
