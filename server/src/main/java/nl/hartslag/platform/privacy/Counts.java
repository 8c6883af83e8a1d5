package nl.hartslag.platform.privacy;

import java.util.LinkedHashMap;
import java.util.Map;

/** How many of each kind; kinds of which there is nothing are left out. */
public final class Counts {
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    public Counts add(String kind, int number) {
        if (number > 0) counts.merge(kind, number, Integer::sum);
        return this;
    }

    public Counts add(Map<String, Integer> more) {
        more.forEach(this::add);
        return this;
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public Map<String, Integer> all() {
        return new LinkedHashMap<>(counts);
    }
}
