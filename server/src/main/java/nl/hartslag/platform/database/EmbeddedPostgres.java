package nl.hartslag.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own PostgreSQL server on one data folder: made at the first start, safe against being killed at any moment, stopped
 * together with the application. See docs/adr/0003-embedded-postgresql.md.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /** How much a loss of power may cost. */
    public enum Durability {
        /** Nothing that was committed is ever lost. */
        FULL,
        /** For tests and code generation only: fast, and lost with the power. */
        NONE
    }

    private final DataFolder folder;
    private final FileLock lock;
    private final ServerProcess server;
    private final boolean temporary;

    private EmbeddedPostgres(DataFolder folder, FileLock lock, ServerProcess server, boolean temporary) {
        this.folder = folder;
        this.lock = lock;
        this.server = server;
        this.temporary = temporary;
    }

    /**
     * Starts the server, making the database first where there is none.
     *
     * @throws DataFolderInUse when another process has the folder
     * @throws DatabaseTrouble when the machine does not allow it; the message says what to do
     */
    public static EmbeddedPostgres start(Path data, Durability durability) {
        var folder = new DataFolder(data);
        try {
            var lock = folder.lock();
            try {
                return new EmbeddedPostgres(folder, lock, serve(folder, durability), false);
            } catch (IOException | RuntimeException failed) {
                lock.acquiredBy().close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The database in %s cannot be started: %s".formatted(data, failed), failed);
        }
    }

    /** A server for tests and code generation on a new folder of its own, which {@link #close} removes with all that is in it. */
    public static EmbeddedPostgres temporary() {
        try {
            var folder = Files.createTempDirectory("hartslag-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            var started = start(folder, Durability.NONE);
            return new EmbeddedPostgres(started.folder, started.lock, started.server, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database of a product that already runs on this folder, if one does. */
    public static Optional<DatabaseAddress> runningOn(Path data) {
        try {
            return new DataFolder(data).running();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public DatabaseAddress address() {
        try {
            return folder.address(server.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server cleanly and frees the folder. */
    @Override
    public void close() {
        server.stop();
        try {
            lock.acquiredBy().close();
            if (temporary) {
                Places.delete(folder.folder());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerProcess serve(DataFolder folder, Durability durability) throws IOException {
        var binaries = PostgresBinaries.under(Places.binaries());
        var user = DatabaseUser.choose();
        user.mustReach(folder.folder());
        user.mustReach(binaries.folder());
        if (!Files.exists(folder.database())) {
            create(folder, binaries, user);
        }
        mustFit(folder, binaries);
        stopOrphan(folder);
        return ServerProcess.start(folder, binaries, user, settings(durability));
    }

    /** Builds the database beside its place and moves it in when it is whole, so that a kill halfway leaves nothing behind. */
    private static void create(DataFolder folder, PostgresBinaries binaries, DatabaseUser user) throws IOException {
        var draft = folder.folder().resolve("database.new");
        Places.delete(draft);
        Files.createDirectory(draft);
        user.own(draft, "rwx------");
        var password = Files.createTempFile(folder.folder(), ".initial", "");
        try {
            Files.writeString(password, folder.password());
            user.own(password, "r--------");
            Programs.run(user.run(List.of(binaries.program("initdb").toString(), "--pgdata", draft.toString(), "--username", DataFolder.USER,
                    "--pwfile", password.toString(), "--auth=scram-sha-256", "--data-checksums", "--encoding=UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--text-search-config=simple", "--no-instructions")), draft, "");
        } finally {
            Files.delete(password);
        }
        Programs.run(user.run(List.of(binaries.program("postgres").toString(), "--single", "-D", draft.toString(), "postgres")), draft,
                "CREATE DATABASE " + DataFolder.DATABASE + "\n");
        Files.move(draft, folder.database(), StandardCopyOption.ATOMIC_MOVE);
        LOG.info("Made a new database in {}", folder.database());
    }

    private static void mustFit(DataFolder folder, PostgresBinaries binaries) throws IOException {
        var made = Files.readString(folder.database().resolve("PG_VERSION")).strip();
        if (!made.equals(Integer.toString(binaries.major()))) {
            throw new DatabaseTrouble("The database in %s was made by PostgreSQL %s and this Hartslag brings %d. See docs/administrator/backup-and-upgrade.md for the move."
                    .formatted(folder.folder(), made, binaries.major()));
        }
    }

    /** The lock is ours, so a server that still runs here has lost its application; it must end before ours can start. */
    private static void stopOrphan(DataFolder folder) throws IOException {
        var orphan = PostmasterFile.alive(folder.database());
        if (orphan.isPresent()) {
            LOG.warn("Stopping database process {} that lost its application", orphan.get().pid());
            Programs.signal(orphan.get().pid(), "INT");
            ProcessHandle.of(orphan.get().pid()).ifPresent(process -> process.onExit().join());
        }
        Files.deleteIfExists(folder.database().resolve("postmaster.pid"));
    }

    private static List<String> settings(Durability durability) {
        var settings = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                // the path of a socket may be too long, and nobody needs it
                "unix_socket_directories=",
                "max_connections=60",
                "timezone=UTC",
                "log_timezone=UTC",
                "random_page_cost=1.1",
                "logging_collector=on",
                "log_directory=log",
                "log_filename=postgresql-%a.log",
                "log_truncate_on_rotation=on"));
        if (durability == Durability.NONE) {
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "logging_collector=off"));
        }
        return settings;
    }
}
