package nl.hartslag.assistant.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.hartslag.assistant.Suggestions.LikelyReason;
import nl.hartslag.shared.ReasonId;

/**
 * Which reasons fit to words: multinomial naive Bayes over the words that occur (each once for a contact), with the shares of the
 * queue as what to expect beforehand. Naive Bayes takes each word for news of its own and is too sure of long texts; dividing by the
 * root of their number makes its confidence come out about as often as it says (benchmarks/RESULTS.md).
 */
record ReasonModel(int contacts, int words, Map<ReasonId, Of> reasons, Map<ReasonId, Integer> inQueue) {
    static final double LEAST_CONFIDENCE = 0.15;
    static final int LEAST_CONTACTS = 20;
    static final int LEAST_OF_REASON = 3;
    private static final int MOST = 3;
    private static final double UNSEEN = 0.1;
    private static final double SURE_OF_ONE = 1.5;
    /** So many contacts of the whole brand weigh as much as those of the queue. */
    private static final double BRAND_IN_QUEUE = 5;
    /** A word speaks for a reason when it is at least a tenth more frequent there than anywhere. */
    private static final double TELLS = Math.log(1.1);

    /** @param words of its contacts, each counted once for a contact */
    record Of(int contacts, int words) {}

    /** @param seen the words of the text that are known: in how many contacts of each reason */
    List<LikelyReason> likely(List<Map<ReasonId, Integer>> seen) {
        if (contacts < LEAST_CONTACTS || seen.isEmpty()) return List.of();
        double sure = Math.min(1, SURE_OF_ONE / Math.sqrt(seen.size()));
        Map<ReasonId, Double> scores = new HashMap<>();
        reasons.forEach((reason, of) -> scores.put(reason, sure * (expected(reason, of) + seen.stream().mapToDouble(word -> says(word, reason, of)).sum())));
        double best = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double all = scores.values().stream().mapToDouble(score -> Math.exp(score - best)).sum();
        return scores.entrySet().stream()
                .map(each -> new LikelyReason(each.getKey(), Math.exp(each.getValue() - best) / all, alike(seen, each.getKey())))
                .filter(each -> each.confidence() >= LEAST_CONFIDENCE && each.alike() > 0 && reasons.get(each.reason()).contacts() >= LEAST_OF_REASON)
                .sorted(Comparator.comparingDouble(LikelyReason::confidence).reversed())
                .limit(MOST)
                .toList();
    }

    private double expected(ReasonId reason, Of of) {
        int queue = inQueue.values().stream().mapToInt(Integer::intValue).sum();
        double share = (double) of.contacts() / contacts;
        return Math.log((inQueue.getOrDefault(reason, 0) + BRAND_IN_QUEUE * share) / (queue + BRAND_IN_QUEUE));
    }

    private double says(Map<ReasonId, Integer> word, ReasonId reason, Of of) {
        return Math.log((word.getOrDefault(reason, 0) + UNSEEN) / (of.words() + UNSEEN * words));
    }

    /** How many of its contacts had the word that speaks most for this reason; none when no word does. */
    private int alike(List<Map<ReasonId, Integer>> seen, ReasonId reason) {
        return seen.stream()
                .filter(word -> word.containsKey(reason) && tells(word, reason) > TELLS)
                .max(Comparator.comparingDouble(word -> word.get(reason) * tells(word, reason)))
                .map(word -> word.get(reason))
                .orElse(0);
    }

    /** How much more often a contact of this reason has the word than any contact; above zero when it speaks for it. */
    private double tells(Map<ReasonId, Integer> word, ReasonId reason) {
        double all = word.values().stream().mapToInt(Integer::intValue).sum();
        return Math.log(word.get(reason) / (double) reasons.get(reason).contacts() / (all / contacts));
    }
}
