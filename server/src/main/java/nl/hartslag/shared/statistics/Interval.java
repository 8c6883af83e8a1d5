package nl.hartslag.shared.statistics;

/** From low to high, both included, in the unit of what it belongs to. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) throw new IllegalArgumentException("from " + low + " to " + high);
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
