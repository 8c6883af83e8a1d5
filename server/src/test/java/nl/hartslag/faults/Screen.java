package nl.hartslag.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.hartslag.testing.Browser;

/** A screen that follows the news and, whenever its stream breaks off, opens a new one after the last number it saw. */
final class Screen implements AutoCloseable {
    private final Browser who;
    private final Thread thread;
    private final List<Long> seen = new ArrayList<>();
    private long last = -1;
    private int stale;
    private volatile boolean stopping;

    Screen(Browser who) {
        this.who = who;
        this.thread = Thread.ofVirtual().start(this::follow);
    }

    /** The positions that were delivered, in order of arrival. */
    synchronized List<Long> seen() {
        return List.copyOf(seen);
    }

    /** How often it was told that it missed something and must load anew. */
    synchronized int stale() {
        return stale;
    }

    private void follow() {
        while (!stopping) {
            try {
                var response = who.live(position());
                if (response.statusCode() == 200) read(response.body());
                else response.body().close();
            } catch (IOException away) {
                // it comes back
            } catch (InterruptedException over) {
                return;
            }
            if (!paused()) return;
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(100);
            return true;
        } catch (InterruptedException over) {
            return false;
        }
    }

    private synchronized String position() {
        return last < 0 ? "" : Long.toString(last);
    }

    private void read(java.io.InputStream stream) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            String id = "";
            for (String line = lines.readLine(); line != null && !stopping; line = lines.readLine()) {
                if (line.startsWith("id: ")) id = line.substring(4);
                else if (line.startsWith("event: ") && !id.isEmpty()) heard(line.substring(7), Long.parseLong(id));
                else if (line.isEmpty()) id = "";
            }
        }
    }

    private synchronized void heard(String kind, long position) {
        if (kind.equals("stale")) stale++;
        if (!kind.equals("hello") && !kind.equals("stale")) seen.add(position);
        last = position;
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
    }
}
