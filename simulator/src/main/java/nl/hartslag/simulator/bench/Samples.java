package nl.hartslag.simulator.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Durations of many equal things; may be added to by many threads. */
final class Samples {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long duration) {
        nanos.add(duration);
    }

    int size() {
        return nanos.size();
    }

    /** In milliseconds; the value below which this part lies (nearest rank). */
    double percentile(double part) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) return Double.NaN;
        int rank = (int) Math.ceil(part * sorted.length);
        return sorted[Math.max(0, rank - 1)] / 1e6;
    }

    /** As cells of a Markdown table: p50, p95, p99 and n. */
    String cells() {
        double[] parts = {0.5, 0.95, 0.99};
        StringBuilder cells = new StringBuilder();
        Arrays.stream(parts).forEach(part -> cells.append(String.format(Locale.ROOT, "%.1f | ", percentile(part))));
        return cells.append(size()).toString();
    }
}
