package nl.hartslag.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running server and the thread that keeps it. That thread is a platform thread which lives as long as the server,
 * because the kernel ties the server's life to the very thread that started it. Should the server end by itself (killed
 * for want of memory, say), the thread starts it again on the same port; the pool reconnects.
 */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final Duration PATIENCE_AT_START = Duration.ofMinutes(10);
    private static final int TRIES = 6;

    private final DataFolder folder;
    private final List<String> program;
    private final DatabaseUser user;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final Thread keeper = Thread.ofPlatform().name("database-keeper").daemon().unstarted(this::keep);
    private volatile int port;
    private volatile boolean stopping;
    private volatile Process process;

    private ServerProcess(DataFolder folder, PostgresBinaries binaries, DatabaseUser user, List<String> settings) {
        this.folder = folder;
        this.user = user;
        this.program = new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", folder.database().toString()));
        settings.forEach(setting -> program.addAll(List.of("-c", setting)));
    }

    /** Returns when the server accepts connections; after a crash that includes its recovery. */
    static ServerProcess start(DataFolder folder, PostgresBinaries binaries, DatabaseUser user, List<String> settings) {
        var server = new ServerProcess(folder, binaries, user, settings);
        server.keeper.start();
        try {
            server.firstReady.join();
            return server;
        } catch (CompletionException failed) {
            server.stop();
            throw failed.getCause() instanceof RuntimeException plain ? plain : failed;
        }
    }

    int port() {
        return port;
    }

    /** A fast stop: running statements end, what was committed is written, the server is gone when this returns. */
    void stop() {
        stopping = true;
        var running = process;
        try {
            if (running != null && running.isAlive()) {
                Programs.signal(postmaster(running), "INT");
            }
            keeper.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            for (var attempt = 1; ; attempt++) {
                port = freePort();
                launch();
                if (awaitReady()) {
                    break;
                }
                if (attempt == TRIES) {
                    throw new DatabaseTrouble("The database does not start: " + lastWords());
                }
                // children of a server that was killed may need a moment to notice
                TimeUnit.MILLISECONDS.sleep(200L * attempt);
            }
            firstReady.complete(null);
            while (true) {
                var exit = process.waitFor();
                if (stopping) {
                    return;
                }
                LOG.error("The database ended by itself (exit code {}); starting it again", exit);
                launch();
                if (!awaitReady()) {
                    LOG.error("The database did not come back yet: {}", lastWords());
                    TimeUnit.SECONDS.sleep(1);
                }
            }
        } catch (IOException | RuntimeException failed) {
            firstReady.completeExceptionally(failed instanceof IOException io ? new UncheckedIOException(io) : failed);
            if (firstReady.isDone() && !firstReady.isCompletedExceptionally()) {
                LOG.error("The database cannot be kept running", failed);
            }
        } catch (InterruptedException stopped) {
            firstReady.cancel(false);
        }
    }

    private void launch() throws IOException {
        var arguments = new ArrayList<>(program);
        arguments.addAll(List.of("-p", Integer.toString(port)));
        var builder = new ProcessBuilder(user.runTiedToThisThread(arguments)).directory(folder.database().toFile())
                .redirectErrorStream(true).redirectOutput(folder.startLog().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG") || name.equals("TZ"));
        process = builder.start();
        process.getOutputStream().close();
    }

    /** Whether the server came up; false when its process ended first. */
    private boolean awaitReady() throws IOException, InterruptedException {
        var giveUp = System.nanoTime() + PATIENCE_AT_START.toNanos();
        while (System.nanoTime() < giveUp) {
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                return false;
            }
            var file = PostmasterFile.in(folder.database());
            if (file.isPresent() && file.get().ready() && ours(file.get().pid())) {
                return true;
            }
        }
        throw new DatabaseTrouble("The database was not ready after " + PATIENCE_AT_START.toMinutes() + " minutes: " + lastWords());
    }

    /** A file left behind by a server that was killed also says ready. */
    private boolean ours(long pid) {
        return process.pid() == pid || process.descendants().anyMatch(child -> child.pid() == pid);
    }

    /** Where a wrapper like sudo stands between us and the server, the signal must reach the server itself. */
    private long postmaster(Process running) throws IOException {
        return PostmasterFile.alive(folder.database()).map(PostmasterFile::pid).orElse(running.pid());
    }

    private String lastWords() throws IOException {
        var said = Files.exists(folder.startLog()) ? Files.readString(folder.startLog()).strip() : "";
        return said.length() > 2000 ? said.substring(said.length() - 2000) : said;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
