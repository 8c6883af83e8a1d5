package nl.hartslag.feedback;

import nl.hartslag.shared.statistics.Disclosure;
import nl.hartslag.shared.statistics.Nps;
import nl.hartslag.shared.statistics.ScoreCounts;
import org.jspecify.annotations.Nullable;

/**
 * A score as far as the number of answers allows it to be shown.
 *
 * @param n     answers
 * @param show  {@code nothing} (0), {@code count} (1–4), {@code counts} (5–9) or {@code score}
 * @param counts absent below five answers
 * @param score NPS in points, −100 to 100; absent below ten answers, like its 95 % interval
 */
public record Score(
        long n,
        String show,
        @Nullable ScoreCounts counts,
        @Nullable Double score,
        @Nullable Double low,
        @Nullable Double high) {

    public static Score of(ScoreCounts counts) {
        return switch (Disclosure.of(counts.n())) {
            case NOTHING -> new Score(0, "nothing", null, null, null, null);
            case COUNT_ONLY -> countOnly(counts.n());
            case COUNTS -> new Score(counts.n(), "counts", counts, null, null, null);
            case SCORE -> {
                Nps nps = Nps.of(counts).orElseThrow();
                yield new Score(
                        nps.n(), "score", counts, nps.score(), nps.interval().low(), nps.interval().high());
            }
        };
    }

    public static Score countOnly(long n) {
        return new Score(n, "count", null, null, null, null);
    }
}
