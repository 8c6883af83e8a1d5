package nl.hartslag.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    Path data;

    @BeforeEach
    void aFolderTheDatabaseUserMayEnter() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        data = folder.resolve("data");
    }

    @Test
    void keepsItsDataBetweenStartsAndItsPasswordToItself() throws Exception {
        try (var server = start()) {
            write(server.address(), "kept");
        }
        try (var server = start()) {
            assertThat(read(server.address())).containsExactly("kept");
            assertThatThrownBy(() -> new DatabaseAddress(server.address().url(), server.address().user(), "wrong").connect()).hasMessageContaining("password");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("database-password")))).isEqualTo("rw-------");
    }

    @Test
    void refusesASecondProcessOnTheSameFolder() throws Exception {
        try (var other = ServerInAnotherProcess.on(data)) {
            assertThatThrownBy(this::start).isInstanceOf(DataFolderInUse.class).hasMessageContaining("process " + other.pid()).hasMessageContaining("--data");
        }
    }

    @Test
    void lendsItsDatabaseToACommandBesideIt() throws Exception {
        try (var other = ServerInAnotherProcess.on(data)) {
            var address = EmbeddedPostgres.runningOn(data).orElseThrow();
            write(address, "from beside");
            assertThat(read(address)).containsExactly("from beside");
            assertThat(other.terminate()).isEqualTo(143);
        }
        assertThat(EmbeddedPostgres.runningOn(data)).isEmpty();
    }

    @Test
    void endsCleanlyWhenItsApplicationIsKilled() throws Exception {
        assumeTrue(Programs.has("setpriv"), "the kernel's help is asked for with setpriv");
        ProcessHandle postmaster;
        try (var other = ServerInAnotherProcess.on(data)) {
            write(EmbeddedPostgres.runningOn(data).orElseThrow(), "committed");
            postmaster = postmaster();
            other.kill();
        }
        postmaster.onExit().get(30, TimeUnit.SECONDS);
        try (var server = start()) {
            assertThat(read(server.address())).containsExactly("committed");
        }
        assertThat(log()).contains("database system was shut down at").doesNotContain("not properly shut down");
    }

    @Test
    void recoversWhenApplicationAndDatabaseAreKilledTogether() throws Exception {
        try (var other = ServerInAnotherProcess.on(data)) {
            write(EmbeddedPostgres.runningOn(data).orElseThrow(), "committed");
            var postmaster = postmaster();
            Programs.signal(postmaster.pid(), "KILL");
            other.kill();
            postmaster.onExit().get(30, TimeUnit.SECONDS);
        }
        try (var server = start()) {
            assertThat(read(server.address())).containsExactly("committed");
        }
        assertThat(log()).contains("not properly shut down");
    }

    @Test
    void startsAgainOnTheSamePortWhenOnlyTheDatabaseIsKilled() throws Exception {
        try (var server = start()) {
            write(server.address(), "committed");
            var killed = postmaster();
            Programs.signal(killed.pid(), "KILL");
            killed.onExit().get(30, TimeUnit.SECONDS);
            var patient = DatabaseConfiguration.pool(server.address(), 2);
            patient.setConnectionTimeout(Duration.ofMinutes(2).toMillis());
            try (var pool = new HikariDataSource(patient); var connection = pool.getConnection();
                 var rows = connection.createStatement().executeQuery("select * from note")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }

    @Test
    void doesNotMindAStrangerWithTheNumberOfItsOldProcess() throws Exception {
        start().close();
        var stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(data.resolve("database/postmaster.pid"), stranger.pid() + "\n" + data.resolve("database") + "\n0\n5432\n\n127.0.0.1\n  0 0\nready   \n");
        try (var server = start()) {
            assertThat(server.address().connect().isValid(5)).isTrue();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void stopsAServerThatLostItsApplication() throws Exception {
        start().close();
        var binaries = PostgresBinaries.under(Places.binaries());
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var orphan = new ProcessBuilder(DatabaseUser.choose().run(List.of(binaries.program("postgres").toString(), "-D", data.resolve("database").toString(),
                "-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1", "-p", "" + port))).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        while (PostmasterFile.in(data.resolve("database")).filter(PostmasterFile::ready).isEmpty()) {
            assertThat(orphan.waitFor(20, TimeUnit.MILLISECONDS)).as("the orphan ended").isFalse();
        }
        try (var server = start()) {
            assertThat(server.address().connect().isValid(5)).isTrue();
            assertThat(orphan.isAlive()).isFalse();
        }
    }

    @Test
    void saysHowToMoveDataOfAnOlderPostgresql() throws Exception {
        start().close();
        Files.writeString(data.resolve("database/PG_VERSION"), "12\n");

        assertThatThrownBy(this::start).isInstanceOf(DatabaseTrouble.class).hasMessageContaining("PostgreSQL 12").hasMessageContaining("./hartslag backup");
        assertThatThrownBy(() -> EmbeddedPostgres.startAsItIs(data)).isInstanceOf(DatabaseTrouble.class).hasMessageContaining("programs are not in");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.FULL);
    }

    private ProcessHandle postmaster() throws Exception {
        return ProcessHandle.of(PostmasterFile.alive(data.resolve("database")).orElseThrow().pid()).orElseThrow();
    }

    private static void write(DatabaseAddress address, String text) throws SQLException {
        var sql = new TestDatabase(address).jooq();
        sql.execute("create table if not exists note (text text)");
        sql.execute("insert into note values (?)", text);
    }

    private static List<String> read(DatabaseAddress address) {
        return new TestDatabase(address).jooq().fetchValues("select text from note").stream().map(String.class::cast).toList();
    }

    private String log() throws Exception {
        try (Stream<Path> files = Files.list(data.resolve("database/log"))) {
            return files.map(file -> {
                try {
                    return Files.readString(file);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).collect(Collectors.joining());
        }
    }
}
