package nl.hartslag.feedback.internal.listen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.hartslag.feedback.Listen.Country;
import nl.hartslag.feedback.Listen.Point;
import nl.hartslag.feedback.Score;
import nl.hartslag.shared.statistics.Disclosure;
import nl.hartslag.shared.statistics.ScoreCounts;

/** Sums of answers by day and country, from which everything on the page follows. */
final class Tally {
    private final Map<LocalDate, long[]> byDay = new HashMap<>();
    private final Map<String, long[]> byCountry = new HashMap<>();
    private final long[] all = new long[11];

    /** @param country empty when it is not known */
    void add(LocalDate day, String country, long[] histogram) {
        add(byDay.computeIfAbsent(day, ignored -> new long[11]), histogram);
        add(byCountry.computeIfAbsent(country, ignored -> new long[11]), histogram);
        add(all, histogram);
    }

    private static void add(long[] sum, long[] histogram) {
        for (int score = 0; score <= 10; score++) sum[score] += histogram[score];
    }

    ScoreCounts counts() {
        return ScoreCounts.ofHistogram(all);
    }

    List<Long> histogram() {
        return Arrays.stream(all).boxed().toList();
    }

    List<Point> trend(Grain grain, LocalDate from, LocalDate to) {
        Map<LocalDate, long[]> points = new HashMap<>();
        byDay.forEach((day, histogram) -> {
            add(points.computeIfAbsent(grain.startOf(day), ignored -> new long[11]), histogram);
        });
        return grain.points(from, to)
                .map(start -> new Point(start, Score.of(ScoreCounts.ofHistogram(points.getOrDefault(start, new long[11])))))
                .toList();
    }

    /**
     * Countries in the order of the alphabet. When one alone is too small to show, the next smallest is hidden as well:
     * else it would follow from the total and the others.
     */
    List<Country> countries() {
        Map<String, ScoreCounts> counts = new HashMap<>();
        byCountry.forEach((country, histogram) -> {
            ScoreCounts sum = ScoreCounts.ofHistogram(histogram);
            if (sum.n() > 0) counts.put(country, sum);
        });
        List<String> hidden = new ArrayList<>();
        counts.forEach((country, sum) -> {
            if (sum.n() < Disclosure.MINIMUM_FOR_COUNTS) hidden.add(country);
        });
        if (hidden.size() == 1) {
            counts.keySet().stream()
                    .filter(country -> !hidden.contains(country))
                    .min(Comparator.comparing(country -> counts.get(country).n()))
                    .ifPresent(hidden::add);
        }
        return counts.keySet().stream()
                .sorted(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder()))
                .map(country -> new Country(
                        country.isEmpty() ? null : country,
                        hidden.contains(country)
                                ? Score.countOnly(counts.get(country).n())
                                : Score.of(counts.get(country))))
                .toList();
    }
}
