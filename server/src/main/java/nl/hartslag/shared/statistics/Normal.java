package nl.hartslag.shared.statistics;

/** The standard normal distribution. */
final class Normal {
    private Normal() {}

    /** The chance of a deviate at least this far from zero, on either side; correct to seven decimals. */
    static double twoSided(double z) {
        return erfc(Math.abs(z) / Math.sqrt(2));
    }

    /** Chebyshev fit of the complementary error function, fractional error below 1.2e-7 (Numerical Recipes, erfcc). */
    private static double erfc(double x) {
        double t = 1 / (1 + x / 2);
        return t * Math.exp(-x * x - 1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806
                + t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))));
    }
}
