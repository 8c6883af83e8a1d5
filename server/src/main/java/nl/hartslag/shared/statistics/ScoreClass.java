package nl.hartslag.shared.statistics;

/** The three classes of an answer on the 0–10 scale. */
public enum ScoreClass {
    DETRACTOR, PASSIVE, PROMOTER;

    /** @param score 0 to 10; anything else is refused */
    public static ScoreClass of(int score) {
        if (score < 0 || score > 10) throw new IllegalArgumentException("a score is 0 to 10, not " + score);
        return score <= 6 ? DETRACTOR : score <= 8 ? PASSIVE : PROMOTER;
    }
}
