package nl.hartslag.platform.database.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.hartslag.platform.blobs.ObjectStore;
import nl.hartslag.platform.database.DatabaseAddress;
import nl.hartslag.platform.database.DatabaseTrouble;
import nl.hartslag.platform.database.EmbeddedPostgres;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.testing.Soak;
import nl.hartslag.testing.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    Path folder;

    TestDatabase source;
    Path file;

    @BeforeEach
    void somethingOfEverything() {
        source = TestDatabase.fresh();
        file = folder.resolve("backup.zip");
        var sql = source.jooq();
        sql.execute("insert into organisation.brand (id, key, name, created_at) values (gen_random_uuid(), 'one', E'tab\\tline\\nback\\\\slash ''é€𝄞''', now())");
        sql.execute("insert into people.users (id, email, name, created_at) select gen_random_uuid(), 'u' || i || '@demo.example', 'User ' || i, now() from generate_series(1, 500) i");
        sql.execute("insert into people.team (id, name) values (gen_random_uuid(), 'Team')");
        sql.execute("insert into people.team_member (team_id, user_id, leads) select t.id, u.id, false from people.team t, people.users u");
        sql.execute("insert into platform.live_pending (kind, payload, at) select 'k', jsonb_build_object('n', i, 'text', E'a\\\\b\\n\"c\"'), now() from generate_series(1, 50) i");
        sql.execute("insert into platform.blob values ('abc', 3, 'database', now())");
        sql.execute("insert into platform.blob_chunk values ('abc', 0, '\\x00ff0a5c2e')");
    }

    @Test
    void whatComesBackEqualsWhatWasThereRowByRow() throws Exception {
        BackupWriter.write(source.address(), file, Optional.empty());
        var target = TestDatabase.empty();

        restore(target.address(), false);

        assertThat(rows(target.jooq())).isEqualTo(rows(source.jooq()));
        assertThat(rows(source.jooq()).get("people.users")).hasSize(500);
    }

    @Test
    void bringsBackWhatWasInAnObjectStore() throws Exception {
        var text = "mail in an object store".getBytes(StandardCharsets.UTF_8);
        var digest = Checksums.sha256();
        digest.update(text);
        var hash = Checksums.hex(digest);
        source.jooq().execute("insert into platform.blob (hash, size, stored_in, created_at, moved_at) values (?, ?, 's3', now(), now())", hash, text.length);
        assertThatThrownBy(() -> BackupWriter.write(source.address(), file, Optional.empty())).hasMessageContaining("1 files are in an object store");
        BackupWriter.write(source.address(), file, Optional.of(new OneObject(hash, text)));
        var target = TestDatabase.empty();

        restore(target.address(), false);

        assertThat(target.jooq().fetchSingle("select stored_in from platform.blob where hash = ?", hash).into(String.class)).isEqualTo("database");
        assertThat(target.jooq().fetchSingle("select bytes from platform.blob_chunk where hash = ?", hash).get(0, byte[].class)).isEqualTo(text);
    }

    @Test
    void makesNoBackupWithoutAFileThatIsGone() {
        source.jooq().execute("insert into platform.blob (hash, size, stored_in, created_at) values ('gone', 3, 's3', now())");
        assertThatThrownBy(() -> BackupWriter.write(source.address(), file, Optional.of(new OneObject("other", new byte[0]))))
                .hasMessageContaining("gone").hasMessageContaining("no whole backup");
        assertThat(file).doesNotExist();
    }

    private record OneObject(String hash, byte[] bytes) implements ObjectStore {
        @Override
        public void put(String hash, long size, Content content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(String hash) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(String wanted) {
            if (!wanted.equals(hash)) throw Problem.of("blobs/not-found", 404);
            return new ByteArrayInputStream(bytes);
        }
    }

    @Test
    void goesOnNumberingWhereItWas() throws Exception {
        BackupWriter.write(source.address(), file, Optional.empty());
        var target = TestDatabase.empty();

        restore(target.address(), false);

        var next = "insert into platform.live_pending (kind, payload, at) values ('k', '{}', now()) returning id";
        assertThat(target.jooq().fetchValue(next)).isEqualTo(source.jooq().fetchValue(next));
    }

    @Test
    void showsOneMomentWhileOthersWrite() throws Exception {
        var enough = new AtomicBoolean();
        var writing = Thread.ofVirtual().start(() -> {
            var sql = source.jooq();
            for (var i = 0; !enough.get(); i++) {
                var n = i;
                sql.transaction(tx -> {
                    tx.dsl().execute("insert into people.skill (id, name) values (gen_random_uuid(), ?)", "skill " + n);
                    tx.dsl().execute("insert into people.role_permission (role, permission) values ('writer', ?)", "p" + n);
                });
            }
        });
        BackupWriter.write(source.address(), file, Optional.empty());
        enough.set(true);
        writing.join();
        var target = TestDatabase.empty();

        restore(target.address(), false);

        assertThat(target.jooq().fetchValue("select count(*) from people.skill where name like 'skill %'"))
                .isEqualTo(target.jooq().fetchValue("select count(*) from people.role_permission where role = 'writer'"));
    }

    @Test
    void refusesADatabaseThatHoldsSomethingUnlessForced() throws Exception {
        BackupWriter.write(source.address(), file, Optional.empty());
        var target = TestDatabase.fresh();
        target.jooq().execute("insert into people.team (id, name) values (gen_random_uuid(), 'Other')");

        assertThatThrownBy(() -> restore(target.address(), false)).isInstanceOf(DatabaseTrouble.class).hasMessageContaining("--force");
        assertThat(target.jooq().fetchValues("select name from people.team")).isEqualTo(List.of("Other"));

        restore(target.address(), true);
        assertThat(rows(target.jooq())).isEqualTo(rows(source.jooq()));
    }

    @Test
    void saysThatAFileIsCutShortAndTouchesNothing() throws Exception {
        BackupWriter.write(source.address(), file, Optional.empty());
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));

        assertThatThrownBy(() -> BackupFile.check(file)).isInstanceOf(DatabaseTrouble.class).hasMessageContaining("cut short").hasMessageContaining("Nothing was changed");
    }

    /** What a restore takes stands in the manifest, with the sum of every table: with the same manifest the same comes back. */
    @Test
    void findsEveryDamagedByteThatMatters() throws Exception {
        var whole = BackupWriter.write(source.address(), file, Optional.empty());
        var bytes = Files.readAllBytes(file);
        var step = Soak.rounds(151, 7);
        for (var place = 0; place < bytes.length; place += step) {
            var damaged = bytes.clone();
            damaged[place] ^= 0x55;
            Files.write(file, damaged);
            try (var backup = BackupFile.check(file)) {
                assertThat(backup.manifest()).as("byte %d", place).isEqualTo(whole);
            } catch (DatabaseTrouble clear) {
                assertThat(clear).hasMessageContaining("Nothing was changed");
            }
        }
    }

    @Test
    void aRestoreThatFailsLeavesWhatWasThere() throws Exception {
        source.jooq().execute("alter table people.team drop constraint team_name_key");
        source.jooq().execute("insert into people.team (id, name) values (gen_random_uuid(), 'Team')");
        BackupWriter.write(source.address(), file, Optional.empty());
        var target = TestDatabase.fresh();
        target.jooq().execute("insert into people.team (id, name) values (gen_random_uuid(), 'Other')");
        var before = rows(target.jooq());

        assertThatThrownBy(() -> restore(target.address(), true)).hasMessageContaining("team_name_key");

        assertThat(rows(target.jooq())).isEqualTo(before);
    }

    @Test
    void replacesADataFolderAndKeepsTheOldOneAside() throws Exception {
        BackupWriter.write(source.address(), file, Optional.empty());
        var data = enterable();
        try (var backup = BackupFile.check(file)) {
            Restore.intoDataFolder(backup, data, false);
            assertThatThrownBy(() -> Restore.intoDataFolder(backup, data, false)).isInstanceOf(DatabaseTrouble.class).hasMessageContaining("--force");
            Restore.intoDataFolder(backup, data, true);
        }
        try (var server = EmbeddedPostgres.start(data, EmbeddedPostgres.Durability.NONE)) {
            assertThat(rows(new TestDatabase(server.address()).jooq())).isEqualTo(rows(source.jooq()));
        }
        assertThat(data.resolve("database.before-restore-1")).isDirectory();
    }

    private void restore(DatabaseAddress target, boolean force) throws Exception {
        try (var backup = BackupFile.check(file)) {
            Restore.intoServer(backup, target, force);
        }
    }

    private Path enterable() throws Exception {
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        return folder.resolve("data");
    }

    /** Every row of every table as text, in a fixed order. */
    private static Map<String, List<String>> rows(DSLContext sql) throws SQLException {
        var rows = new LinkedHashMap<String, List<String>>();
        for (var table : DatabaseContentsTables.names(sql)) {
            rows.put(table, sql.fetch("select t::text from " + table + " t order by 1").getValues(0, String.class));
        }
        return rows;
    }
}
