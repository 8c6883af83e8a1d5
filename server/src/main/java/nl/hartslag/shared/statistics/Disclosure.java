package nl.hartslag.shared.statistics;

/** How much a number of answers allows to be shown: too few identify people, a little more mislead. */
public enum Disclosure {
    /** Nobody answered yet. */
    NOTHING,
    /** 1–4: nothing but how many, because the rest would point at persons. */
    COUNT_ONLY,
    /** 5–9: the bar with counts, and no score. */
    COUNTS,
    /** 10 and more: score with interval and n. */
    SCORE;

    public static final int MINIMUM_FOR_COUNTS = 5;
    public static final int MINIMUM_FOR_SCORE = 10;

    public static Disclosure of(long n) {
        if (n == 0) return NOTHING;
        if (n < MINIMUM_FOR_COUNTS) return COUNT_ONLY;
        return n < MINIMUM_FOR_SCORE ? COUNTS : SCORE;
    }
}
