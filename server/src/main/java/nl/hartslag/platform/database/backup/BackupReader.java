package nl.hartslag.platform.database.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nl.hartslag.platform.database.DatabaseAddress;
import nl.hartslag.platform.database.DatabaseTrouble;
import nl.hartslag.platform.database.Migrations;
import org.postgresql.PGConnection;

/** Brings a checked backup into a database that has nothing of ours yet. */
final class BackupReader {

    private static final String FOREIGN_KEYS = """
            select conrelid::regclass::text, format('%I', conname), pg_get_constraintdef(oid)
              from pg_constraint
             where contype = 'f' and conparentid = 0 and connamespace in (select oid from pg_namespace where nspname = any (?))""";

    private BackupReader() {
    }

    /** Shapes the schemas as they were, loads and counts the rows, then brings the schemas up to this version. */
    static void restore(BackupFile backup, DatabaseAddress database) throws SQLException, IOException {
        var migrations = Migrations.onClasspath();
        migrations.migrateTo(database, backup.manifest().versions());
        var reached = migrations.versions(database);
        if (!reached.equals(backup.manifest().versions())) {
            throw new DatabaseTrouble("This Hartslag cannot make the schemas of the backup (%s, it reaches %s); use the version that made it or a newer one."
                    .formatted(backup.manifest().versions(), reached));
        }
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            load(backup, connection);
            connection.commit();
        }
        migrations.migrate(database);
    }

    /**
     * Foreign keys are taken off and put back in the same transaction: tables may refer to each other in a circle, putting a
     * key back checks every row, and it needs no right beyond owning the tables.
     */
    private static void load(BackupFile backup, Connection connection) throws SQLException, IOException {
        for (var table : backup.manifest().tables()) {
            if (!table.partition().isEmpty() && !exists(connection, table.name())) {
                execute(connection, table.partition());
            }
        }
        var keys = foreignKeys(connection);
        for (var key : keys) {
            execute(connection, "alter table %s drop constraint %s".formatted(key.table, key.name));
        }
        var all = DatabaseContents.tables(connection);
        for (var table : all) {
            execute(connection, "alter table %s disable trigger user".formatted(table.name()));
        }
        // Migrations may have brought rows of their own; the backup has them as they were.
        execute(connection, "truncate " + all.stream().map(Manifest.Table::name).collect(Collectors.joining(", ")));
        for (var table : backup.manifest().tables()) {
            load(backup, table, connection);
        }
        if (!backup.manifest().filesOrNone().isEmpty() || knows(connection, "moved_at")) {
            FilesElsewhere.load(backup, connection);
        }
        for (var table : all) {
            execute(connection, "alter table %s enable trigger user".formatted(table.name()));
        }
        for (var key : keys) {
            execute(connection, "alter table %s add constraint %s %s".formatted(key.table, key.name, key.definition));
        }
        try (var set = connection.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (var sequence : backup.manifest().sequences()) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.value());
                set.setBoolean(3, sequence.used());
                set.execute();
            }
        }
        execute(connection, "analyze");
    }

    private static void load(BackupFile backup, Manifest.Table table, Connection connection) throws SQLException, IOException {
        try (var rows = backup.rows(table)) {
            var loaded = connection.unwrap(PGConnection.class).getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.name(), table.columnList()), rows);
            if (loaded != table.rows()) {
                throw new DatabaseTrouble("%s got %d rows, the backup says %d".formatted(table.name(), loaded, table.rows()));
            }
        }
    }

    private record ForeignKey(String table, String name, String definition) {
    }

    private static List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        var keys = new ArrayList<ForeignKey>();
        try (var query = connection.prepareStatement(FOREIGN_KEYS)) {
            query.setArray(1, connection.createArrayOf("text", Migrations.MODULES.toArray()));
            for (var rows = query.executeQuery(); rows.next();) {
                keys.add(new ForeignKey(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return keys;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, table);
            var row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    /** A backup of before the object store has no such column yet; the migrations that follow bring it. */
    private static boolean knows(Connection connection, String column) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from information_schema.columns where table_schema = 'platform' and table_name = 'blob' and column_name = ?")) {
            query.setString(1, column);
            return query.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
