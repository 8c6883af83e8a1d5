package nl.hartslag.platform.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.hartslag.platform.database.DatabaseTrouble;
import nl.hartslag.platform.database.EmbeddedPostgres;
import nl.hartslag.platform.database.Migrations;
import nl.hartslag.platform.database.OlderPostgres;
import nl.hartslag.testing.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way that docs/administrator/backup-and-upgrade.md describes, walked between two real versions. */
class MajorUpgradeTest {
    private static final String HOME = "hartslag.home";

    @TempDir
    Path home;

    @BeforeEach
    void ownHome() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void usualHome() {
        System.clearProperty(HOME);
    }

    @Test
    void movesEverythingFromAnOlderPostgresqlToTheOneWeBring() throws Exception {
        Path data = home.resolve("data");
        int older = OlderPostgres.makeDataIn(data);
        Map<String, List<String>> before;
        try (var server = EmbeddedPostgres.startAsItIs(data)) {
            Migrations.onClasspath().migrate(server.address());
            var sql = new TestDatabase(server.address()).jooq();
            assertThat(sql.fetchValue("show server_version").toString()).startsWith(older + ".");
            sql.execute("insert into people.users (id, email, name, created_at) select gen_random_uuid(), 'u' || i || '@demo.example', 'Zoë ' || i, now() from generate_series(1, 500) i");
            sql.execute("insert into platform.blob values ('abc', 3, 'database', now())");
            sql.execute("insert into platform.blob_chunk values ('abc', 0, '\\x00ff0a5c2e')");
            before = rows(sql);
        }

        assertThatThrownBy(() -> EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.FULL)).isInstanceOf(DatabaseTrouble.class)
                .hasMessageContaining("PostgreSQL " + older).hasMessageContaining("./hartslag backup");

        Path file = home.resolve("move.zip");
        assertThat(BackupCommands.backup(new String[] {"--hartslag.data=" + data, file.toString()})).isZero();
        assertThat(BackupCommands.restore(new String[] {"--hartslag.data=" + data, file.toString(), "--force"})).isZero();

        try (var server = EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.FULL)) {
            var sql = new TestDatabase(server.address()).jooq();
            assertThat(sql.fetchValue("show server_version").toString()).doesNotStartWith(older + ".");
            assertThat(rows(sql)).isEqualTo(before);
        }
        assertThat(data.resolve("database.before-restore-1/PG_VERSION")).content().isEqualToIgnoringWhitespace(Integer.toString(older));
    }

    private static Map<String, List<String>> rows(DSLContext sql) {
        return DatabaseContentsTables.names(sql).stream().collect(Collectors.toMap(name -> name,
                name -> sql.fetchValues("select t::text from " + name + " t order by 1").stream().map(String::valueOf).toList()));
    }
}
