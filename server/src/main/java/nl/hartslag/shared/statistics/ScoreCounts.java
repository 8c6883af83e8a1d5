package nl.hartslag.shared.statistics;

/** How many answered 0–6 (detractors), 7–8 (passives) and 9–10 (promoters). Who skipped the question is not in here. */
public record ScoreCounts(long detractors, long passives, long promoters) {
    public static final ScoreCounts NONE = new ScoreCounts(0, 0, 0);

    public ScoreCounts {
        if (detractors < 0 || passives < 0 || promoters < 0) throw new IllegalArgumentException("a count below zero");
    }

    /** @param histogram eleven counts, for the scores 0 to 10 */
    public static ScoreCounts ofHistogram(long[] histogram) {
        if (histogram.length != 11) throw new IllegalArgumentException("a histogram has eleven bars, for 0 to 10");
        long[] classes = new long[3];
        for (int score = 0; score <= 10; score++) classes[ScoreClass.of(score).ordinal()] += histogram[score];
        return new ScoreCounts(classes[0], classes[1], classes[2]);
    }

    /** @param scores integers 0 to 10; anything else is refused */
    public static ScoreCounts ofScores(Iterable<Integer> scores) {
        long[] histogram = new long[11];
        for (int score : scores) {
            ScoreClass.of(score);
            histogram[score]++;
        }
        return ofHistogram(histogram);
    }

    /** How many answered. */
    public long n() {
        return detractors + passives + promoters;
    }

    public ScoreCounts plus(ScoreCounts other) {
        return new ScoreCounts(
                detractors + other.detractors, passives + other.passives, promoters + other.promoters);
    }
}
