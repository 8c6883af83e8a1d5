package nl.hartslag.simulator.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Many agents' screens at once on one node. */
final class ManyStreams implements Closeable {
    private final List<Screen> screens = new ArrayList<>();
    private double openedIn;

    void open(URI url, List<String> people, String password, int streams) throws IOException, InterruptedException {
        List<Staff> staff = new ArrayList<>();
        for (String person : people) staff.add(new Staff(url, person, password));
        long begun = System.nanoTime();
        for (int i = 0; i < streams; i++) screens.add(new Screen(staff.get(i % staff.size())));
        openedIn = (System.nanoTime() - begun) / 1e9;
    }

    double openedIn() {
        return openedIn;
    }

    int open() {
        return screens.size();
    }

    /** How long each piece of news took to reach each screen, counted from when the first of them had it. */
    Samples spread(String kind, int news) throws InterruptedException {
        Waiting.until(30, () -> screens.stream().allMatch(screen -> screen.count(kind) >= news));
        Samples samples = new Samples();
        for (int number = 0; number < news; number++) {
            String mark = "bench-" + kind + "-" + number;
            List<Long> seen = screens.stream().map(Screen::seen).map((Map<String, Long> all) -> all.get(mark))
                    .filter(java.util.Objects::nonNull).toList();
            long first = seen.stream().mapToLong(Long::longValue).min().orElse(0);
            for (long moment : seen) samples.add(moment - first);
        }
        return samples;
    }

    @Override
    public void close() throws IOException {
        for (Screen screen : screens) screen.close();
    }
}
