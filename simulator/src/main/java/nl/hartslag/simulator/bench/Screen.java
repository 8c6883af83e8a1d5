package nl.hartslag.simulator.bench;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.hartslag.simulator.chat.EventStream;

/** An agent's screen: notes when each marked thing ({@code bench-12}) first shows up on its stream. */
final class Screen {
    static final Pattern MARK = Pattern.compile("bench-[a-z]+-\\d+");

    private final EventStream stream;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final CountDownLatch connected = new CountDownLatch(1);

    Screen(Staff staff) throws IOException, InterruptedException {
        stream = staff.live();
        Thread.ofVirtual().start(this::read);
        connected.await(30, TimeUnit.SECONDS);
    }

    private void read() {
        try {
            for (Optional<EventStream.Event> event = stream.next(); event.isPresent(); event = stream.next()) {
                connected.countDown();
                long now = System.nanoTime();
                Matcher mark = MARK.matcher(event.get().data());
                while (mark.find()) seen.putIfAbsent(mark.group(), now);
            }
        } catch (IOException closed) {
            // the bench is done with this screen
        }
    }

    Map<String, Long> seen() {
        return seen;
    }

    int count(String kind) {
        return (int) seen.keySet().stream().filter(mark -> mark.startsWith("bench-" + kind + "-")).count();
    }

    void close() throws IOException {
        stream.close();
    }
}
