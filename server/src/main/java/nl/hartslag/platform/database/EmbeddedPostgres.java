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
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Our own PostgreSQL server on one data folder: made at the first start, safe against being killed at any moment, stopped
 * together with the application. See docs/adr/0003-embedded-postgresql.md.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String ASIDE = "database.before-restore-";

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
        return start(data, false, folder -> serve(folder, durability));
    }

    /** Starts the server on data that is there, also when an older PostgreSQL made it and its programs are still here. */
    public static EmbeddedPostgres startAsItIs(Path data) {
        return start(data, false, EmbeddedPostgres::serveAsItIs);
    }

    /**
     * Builds a new database beside what is in the data folder and takes its place only when that went well.
     *
     * @param replaceExisting whether a database may be there already; it is kept in the folder under another name
     * @throws DatabaseTrouble when there is one and it may not be replaced
     */
    public static void replace(Path data, boolean replaceExisting, Consumer<DatabaseAddress> build) {
        var folder = new DataFolder(data);
        try (var ignored = folder.lock().acquiredBy()) {
            if (Files.exists(folder.database()) && !replaceExisting) {
                throw new DatabaseTrouble("There is already data in %s. Give --force to replace it; it is kept under another name.".formatted(data));
            }
            var draft = new DataFolder(folder.folder().resolve("database.restoring"));
            Places.delete(draft.folder());
            Places.createEnterable(draft.folder());
            folder.password();
            folder.copyPasswordTo(draft);
            try (var server = start(draft.folder(), Durability.FULL)) {
                build.accept(server.address());
            }
            if (Files.exists(folder.database())) {
                stopOrphan(folder);
                Files.move(folder.database(), freeName(folder), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(draft.database(), folder.database(), StandardCopyOption.ATOMIC_MOVE);
            Places.delete(draft.folder());
        } catch (IOException failed) {
            throw new UncheckedIOException("The database in %s cannot be replaced: %s".formatted(data, failed), failed);
        }
    }

    private static Path freeName(DataFolder folder) {
        var number = 1;
        while (Files.exists(folder.folder().resolve(ASIDE + number))) {
            number++;
        }
        return folder.folder().resolve(ASIDE + number);
    }

    private interface Start {
        ServerProcess on(DataFolder folder) throws IOException;
    }

    private static EmbeddedPostgres start(Path data, boolean temporary, Start start) {
        var folder = new DataFolder(data);
        try {
            var lock = folder.lock();
            try {
                return new EmbeddedPostgres(folder, lock, start.on(folder), temporary);
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
            return start(folder, true, data -> serve(data, Durability.NONE));
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
        var user = userFor(folder, binaries);
        if (!Files.exists(folder.database())) {
            refuseHalfRestore(folder);
            create(folder, binaries, user);
        }
        if (!versionOf(folder).equals(Integer.toString(binaries.major()))) {
            throw new DatabaseTrouble(("The data in %s was made by PostgreSQL %s and this Hartslag brings %d. Move it with: "
                    + "./hartslag backup FILE, then ./hartslag restore FILE --force (see docs/administrator/backup-and-upgrade.md).")
                    .formatted(folder.folder(), versionOf(folder), binaries.major()));
        }
        stopOrphan(folder);
        return ServerProcess.start(folder, binaries, user, settings(durability));
    }

    private static ServerProcess serveAsItIs(DataFolder folder) throws IOException {
        if (!Files.exists(folder.database())) {
            throw new DatabaseTrouble("There is no data in " + folder.folder() + ".");
        }
        var brought = PostgresBinaries.under(Places.binaries());
        var version = versionOf(folder);
        var fitting = version.equals(Integer.toString(brought.major())) ? brought
                : PostgresBinaries.unpacked(Places.binaries(), version).orElseThrow(() -> new DatabaseTrouble(
                        "The data in %s was made by PostgreSQL %s, whose programs are not in %s any more. Make the backup with the Hartslag that used it last."
                                .formatted(folder.folder(), version, Places.binaries())));
        var user = userFor(folder, fitting);
        stopOrphan(folder);
        return ServerProcess.start(folder, fitting, user, settings(Durability.FULL));
    }

    private static DatabaseUser userFor(DataFolder folder, PostgresBinaries binaries) throws IOException {
        var user = DatabaseUser.choose();
        user.mustReach(folder.folder());
        user.mustReach(binaries.folder());
        return user;
    }

    private static String versionOf(DataFolder folder) throws IOException {
        return Files.readString(folder.database().resolve("PG_VERSION")).strip();
    }

    private static void refuseHalfRestore(DataFolder folder) throws IOException {
        try (var all = Files.list(folder.folder())) {
            var aside = all.map(path -> path.getFileName().toString()).filter(name -> name.startsWith(ASIDE)).sorted().toList();
            if (!aside.isEmpty()) {
                throw new DatabaseTrouble("A restore into %s was interrupted. Rename %s back to 'database', or restore again."
                        .formatted(folder.folder(), aside.getLast()));
            }
        }
    }

    /** Builds the database beside its place and moves it in when it is whole, so that a kill halfway leaves nothing behind. */
    static void create(DataFolder folder, PostgresBinaries binaries, DatabaseUser user) throws IOException {
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

    /** The lock is ours, so a server that still runs here has lost its application; it must end before ours can start. */
    private static void stopOrphan(DataFolder folder) throws IOException {
        var orphan = PostmasterFile.alive(folder.database());
        if (orphan.isPresent()) {
            LOG.warn("Stopping database process {} that lost its application", orphan.get().pid());
            Programs.signal(orphan.get().pid(), "INT");
            ProcessHandle.of(orphan.get().pid()).ifPresent(process -> process.onExit().join());
            return;
        }
        // The number in a file left behind may meanwhile be a stranger's; PostgreSQL would take that for a server and refuse.
        // A number nobody has is left to PostgreSQL, which then also looks for children of the old server.
        var left = PostmasterFile.in(folder.database());
        if (left.isPresent() && ProcessHandle.of(left.get().pid()).isPresent()) {
            Files.delete(folder.database().resolve("postmaster.pid"));
        }
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
                // it takes longer to compile a statement than to run ours
                "jit=off",
                "logging_collector=on",
                "log_directory=log",
                "log_filename=postgresql-%a.log",
                "log_truncate_on_rotation=on"));
        if (durability == Durability.NONE) {
            // many applications share such a server, each with a pool of its own
            settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "logging_collector=off", "max_connections=300"));
        }
        return settings;
    }
}
