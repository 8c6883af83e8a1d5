package nl.hartslag.channels.internal.webchat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import nl.hartslag.platform.Loop;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the streams of a visitor, on every node, when the transaction that changed something commits. A hint only: a stream reads
 * what is new from the database, and looks by itself now and then.
 */
@Component
class ChatSignals implements SmartLifecycle {
    static final int MOST_STREAMS = 6;
    private static final Logger LOG = LoggerFactory.getLogger(ChatSignals.class);
    private static final String CHANNEL = "hartslag_webchat";
    private final DSLContext db;
    private final DataSource source;
    private final ConcurrentHashMap<UUID, Deque<ChatSubscription>> streams = new ConcurrentHashMap<>();
    private volatile boolean running;
    private volatile boolean listening;
    private @Nullable Loop loop;

    ChatSignals(DSLContext db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    /** With the current transaction. */
    void changed(UUID visitor) {
        notify(visitor.toString());
    }

    void typing(UUID visitor, String name) {
        notify(visitor + " " + name);
    }

    private void notify(String payload) {
        db.select(DSL.function("pg_notify", Object.class, DSL.inline(CHANNEL), DSL.val(payload))).fetch();
    }

    /** Whether news of other nodes arrives; if not, streams look more often. */
    boolean isListening() {
        return listening;
    }

    ChatSubscription join(UUID visitor) {
        ChatSubscription mine = new ChatSubscription();
        streams.compute(visitor, (key, before) -> {
            Deque<ChatSubscription> all = before == null ? new ArrayDeque<>() : before;
            all.addLast(mine);
            if (all.size() > MOST_STREAMS) all.removeFirst().close();
            return all;
        });
        if (!running) mine.close();
        return mine;
    }

    void leave(UUID visitor, ChatSubscription mine) {
        streams.computeIfPresent(visitor, (key, all) -> {
            all.remove(mine);
            return all.isEmpty() ? null : all;
        });
    }

    private void heard(String payload) {
        int space = payload.indexOf(' ');
        UUID visitor = UUID.fromString(space < 0 ? payload : payload.substring(0, space));
        for (ChatSubscription stream : of(visitor)) {
            if (space < 0) stream.changed();
            else stream.typing(payload.substring(space + 1));
        }
    }

    private List<ChatSubscription> of(UUID visitor) {
        List<ChatSubscription> found = new ArrayList<>();
        streams.computeIfPresent(visitor, (key, all) -> {
            found.addAll(all);
            return all;
        });
        return found;
    }

    private void listenOnce() throws InterruptedException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(true);
            try (var statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
            }
            listening = true;
            // Whatever was said while nobody listened is found by looking.
            streams.values().forEach(all -> all.forEach(ChatSubscription::changed));
            PGConnection listener = connection.unwrap(PGConnection.class);
            while (running) {
                var notifications = listener.getNotifications(2_000);
                if (notifications == null) continue;
                for (var one : notifications) heard(one.getParameter());
            }
        } catch (SQLException e) {
            if (running) LOG.debug("listening for chat news was interrupted: {}", e.getMessage());
            Thread.sleep(500);
        } finally {
            listening = false;
        }
    }

    @Override
    public void start() {
        running = true;
        loop = Loop.start("webchat-listening", this::listenOnce);
    }

    /** First of all to stop, so that open streams do not hold up the web server. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void stop() {
        running = false;
        streams.values().forEach(all -> all.forEach(ChatSubscription::close));
        Loop listener = loop;
        if (listener != null) listener.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
