package nl.hartslag.platform.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.AccessFilter;
import nl.hartslag.platform.security.AllowedSignedIn;
import nl.hartslag.platform.security.Authenticator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The stream of news to one screen: server-sent events with the log's positions as ids. */
@RestController
@Tag(name = "Live stream")
class LiveController {
    private static final Logger LOG = LoggerFactory.getLogger(LiveController.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int PAGE = 1_000;
    private final LiveReader reader;
    private final LiveLog log;
    private final Authenticator authenticator;
    private final ObjectProvider<ConnectionListener> listeners;

    LiveController(
            LiveReader reader, LiveLog log, Authenticator authenticator, ObjectProvider<ConnectionListener> listeners) {
        this.reader = reader;
        this.log = log;
        this.authenticator = authenticator;
        this.listeners = listeners;
    }

    @Operation(
            summary = "Follow the news that you may see, as server-sent events",
            description = "Each event has the log's position as id, its kind as event name and JSON as data. Send the last id"
                    + " in Last-Event-ID, or in `after` when opening a new stream, to go on from there. `hello` opens the stream; `stale` says that the gap is too"
                    + " long and the screen must load anew. `alive` comes every 15 seconds, without a number.")
    @AllowedSignedIn
    @GetMapping(value = "/api/live", produces = "text/event-stream")
    void follow(
            Access access,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @Parameter(description = "The last position that was seen") @RequestParam(required = false) @Nullable String after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        LiveSubscription subscription = new LiveSubscription();
        long joinedAt = join(subscription);
        tell(listener -> listener.streamOpened(access.user()));
        try {
            serve(subscription, joinedAt, positionOf(lastEventId == null ? after : lastEventId), access, access(request), response.getWriter());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reader.leave(subscription);
            tell(listener -> listener.streamClosed(access.user()));
        }
    }

    private long join(LiveSubscription subscription) {
        try {
            return reader.join(subscription);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problem.of("system/not-ready", 503);
        }
    }

    private void serve(
            LiveSubscription subscription,
            long joinedAt,
            Optional<Long> last,
            Access first,
            Supplier<Optional<Access>> renewed,
            PrintWriter out)
            throws InterruptedException {
        Access access = first;
        long sent = catchUp(last, joinedAt, access, out);
        if (out.checkError()) return;
        long renewAt = System.nanoTime() + HEARTBEAT.toNanos();
        while (!subscription.isClosed()) {
            Optional<NumberedEvent> event = subscription.next(HEARTBEAT);
            if (System.nanoTime() >= renewAt) {
                Optional<Access> now = renewed.get();
                if (now.isEmpty()) return;
                access = now.get();
                renewAt = System.nanoTime() + HEARTBEAT.toNanos();
                // an event and no comment: only so a browser can notice that a line is dead
                out.write("event: alive\ndata: {}\n\n");
                var user = access.user();
                tell(listener -> listener.streamAlive(user));
            }
            while (event.isPresent()) {
                if (event.get().position() > sent && event.get().isFor(access)) write(event.get(), out);
                event = subscription.next(Duration.ZERO);
            }
            if (out.checkError()) return;
        }
    }

    /** Sends what happened between the screen's last position and the moment this stream joined. */
    private long catchUp(Optional<Long> last, long joinedAt, Access access, PrintWriter out) {
        if (last.isEmpty()) {
            writeMark("hello", joinedAt, out);
            return joinedAt;
        }
        long after = last.get();
        if (after > joinedAt || after < log.firstPosition() - 1) {
            writeMark("stale", joinedAt, out);
            return joinedAt;
        }
        writeMark("hello", after, out);
        Optional<List<NumberedEvent>> recent = reader.recent(after, joinedAt);
        if (recent.isPresent()) {
            recent.get().stream().filter(event -> event.isFor(access)).forEach(event -> write(event, out));
            return joinedAt;
        }
        while (after < joinedAt && !out.checkError()) {
            List<NumberedEvent> page = log.after(after, PAGE);
            if (page.isEmpty()) break;
            for (NumberedEvent event : page) {
                if (event.position() <= joinedAt && event.isFor(access)) write(event, out);
            }
            after = page.getLast().position();
        }
        return joinedAt;
    }

    private static void write(NumberedEvent event, PrintWriter out) {
        out.write("id: " + event.position() + "\nevent: " + event.kind() + "\ndata: " + event.json() + "\n\n");
    }

    private static void writeMark(String kind, long position, PrintWriter out) {
        out.write("id: " + position + "\nevent: " + kind + "\ndata: {}\n\n");
        out.flush();
    }

    private static Optional<Long> positionOf(@Nullable String lastEventId) {
        try {
            return lastEventId == null || lastEventId.isBlank() ? Optional.empty() : Optional.of(Long.valueOf(lastEventId));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Who this is, asked again while the stream is open: rights may change and sessions end. */
    private Supplier<Optional<Access>> access(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        Optional<String> session = AccessFilter.sessionToken(request);
        return () -> {
            try {
                return header != null && header.startsWith("Bearer ")
                        ? authenticator.byApiToken(header.substring(7).trim())
                        : session.flatMap(authenticator::bySession).map(Authenticator.Session::access);
            } catch (RuntimeException e) {
                LOG.debug("rights could not be read again", e);
                return Optional.empty();
            }
        };
    }

    private void tell(java.util.function.Consumer<ConnectionListener> news) {
        listeners.forEach(listener -> {
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.warn("a listener of connections failed: {}", e.toString());
            }
        });
    }
}
