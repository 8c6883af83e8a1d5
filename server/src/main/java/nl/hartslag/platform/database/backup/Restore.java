package nl.hartslag.platform.database.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.hartslag.platform.database.DatabaseAddress;
import nl.hartslag.platform.database.DatabaseTrouble;
import nl.hartslag.platform.database.EmbeddedPostgres;
import nl.hartslag.platform.database.Migrations;

/** Where a backup goes, and what becomes of what was there: it is put aside, and comes back when the restore fails. */
final class Restore {

    private static final String ASIDE = "before_restore_";

    private Restore() {
    }

    /** Builds a new database beside the old one in the data folder and changes them over when it is whole. */
    static void intoDataFolder(BackupFile backup, Path data, boolean replace) throws SQLException, IOException {
        EmbeddedPostgres.replace(data, replace, database -> {
            try {
                BackupReader.restore(backup, database);
            } catch (SQLException | IOException failed) {
                throw new DatabaseTrouble("The restore failed and what was there is untouched: " + failed.getMessage(), failed);
            }
        });
    }

    /** Restores into an external server, where the schemas that were there step aside under another name meanwhile. */
    static void intoServer(BackupFile backup, DatabaseAddress database, boolean replace) throws SQLException, IOException {
        var present = present(database, "");
        if (!present.isEmpty() && !replace) {
            throw new DatabaseTrouble("The database at %s already holds %s. Give --force to replace it.".formatted(database, String.join(", ", present)));
        }
        var left = present(database, ASIDE);
        if (!left.isEmpty()) {
            throw new DatabaseTrouble("An earlier restore left the schemas %s in %s; rename or drop them first.".formatted(String.join(", ", left), database));
        }
        each(database, present, schema -> "alter schema %s rename to %s%s".formatted(schema, ASIDE, schema));
        try {
            BackupReader.restore(backup, database);
        } catch (SQLException | IOException | RuntimeException failed) {
            each(database, present(database, ""), schema -> "drop schema %s cascade".formatted(schema));
            each(database, present, schema -> "alter schema %s%s rename to %s".formatted(ASIDE, schema, schema));
            throw failed;
        }
        each(database, present, schema -> "drop schema %s%s cascade".formatted(ASIDE, schema));
    }

    private static List<String> present(DatabaseAddress database, String prefix) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.connect(); var query = connection.prepareStatement("select 1 from pg_namespace where nspname = ?")) {
            for (var module : Migrations.MODULES) {
                query.setString(1, prefix + module);
                if (query.executeQuery().next()) {
                    found.add(prefix + module);
                }
            }
        }
        return found;
    }

    private static void each(DatabaseAddress database, List<String> schemas, java.util.function.UnaryOperator<String> sql) throws SQLException {
        try (Connection connection = database.connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var schema : schemas) {
                statement.execute(sql.apply(schema));
            }
            connection.commit();
        }
    }
}
