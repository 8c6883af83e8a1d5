package nl.hartslag.simulator.chat;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Server-sent events, read one by one. */
public final class EventStream implements Closeable {
    private final InputStream source;
    private final BufferedReader lines;

    public EventStream(InputStream source) {
        this.source = source;
        lines = new BufferedReader(new InputStreamReader(source, StandardCharsets.UTF_8), 1024);
    }

    public record Event(String id, String name, String data) {}

    /** Waits for the next event; empty when the server closed the stream. */
    public Optional<Event> next() throws IOException {
        String id = "";
        String name = "message";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                if (!data.isEmpty()) return Optional.of(new Event(id, name, data.toString()));
                name = "message";
            } else if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                name = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(data.isEmpty() ? "" : "\n").append(line.substring(5).strip());
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
