package nl.hartslag.platform.database.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.hartslag.platform.database.Migrations;

/**
 * What our modules have in a database, read from its catalogue.
 *
 * @param now the database's clock
 * @param tables without their rows' number and checksum
 */
record DatabaseContents(Instant now, String postgresql, Map<String, String> versions, List<Manifest.Table> tables) {

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname),
                   array(select format('%I', a.attname) from pg_attribute a
                          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                          order by a.attnum),
                   coalesce((select format('create table %I.%I partition of %s %s', n.nspname, c.relname, i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid))
                               from pg_inherits i where c.relispartition and i.inhrelid = c.oid), '')
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and n.nspname = any (?) and c.relname <> ?
             order by n.nspname, c.relname""";

    private static final String SEQUENCES = """
            select format('%I.%I', n.nspname, c.relname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'S' and n.nspname = any (?)
             order by 1""";

    static DatabaseContents of(Connection connection) throws SQLException {
        return new DatabaseContents(now(connection), connection.getMetaData().getDatabaseProductVersion(), versions(connection), tables(connection));
    }

    static List<Manifest.Table> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<Manifest.Table>();
        try (var query = connection.prepareStatement(TABLES)) {
            query.setArray(1, modules(connection));
            query.setString(2, Migrations.HISTORY);
            for (var rows = query.executeQuery(); rows.next();) {
                tables.add(new Manifest.Table(rows.getString(1), List.of((String[]) rows.getArray(2).getArray()), 0, "", rows.getString(3)));
            }
        }
        return tables;
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = connection.prepareStatement(SEQUENCES)) {
            query.setArray(1, modules(connection));
            for (var rows = query.executeQuery(); rows.next();) {
                names.add(rows.getString(1));
            }
        }
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var name : names) {
            try (var statement = connection.createStatement(); var row = one(statement.executeQuery("select last_value, is_called from " + name))) {
                sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    private static Instant now(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = one(statement.executeQuery("select now()"))) {
            return row.getTimestamp(1).toInstant();
        }
    }

    private static Map<String, String> versions(Connection connection) throws SQLException {
        var versions = new TreeMap<String, String>();
        for (var module : Migrations.MODULES) {
            try (var exists = connection.prepareStatement("select to_regclass(?) is not null")) {
                exists.setString(1, module + "." + Migrations.HISTORY);
                try (var row = one(exists.executeQuery())) {
                    if (!row.getBoolean(1)) {
                        continue;
                    }
                }
            }
            try (var statement = connection.createStatement();
                 var rows = statement.executeQuery("select version from %s.%s where success and version is not null order by installed_rank desc limit 1"
                         .formatted(module, Migrations.HISTORY))) {
                if (rows.next()) {
                    versions.put(module, rows.getString(1));
                }
            }
        }
        return versions;
    }

    private static java.sql.Array modules(Connection connection) throws SQLException {
        return connection.createArrayOf("text", Migrations.MODULES.toArray());
    }

    private static ResultSet one(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            throw new IllegalStateException("The catalogue gave no row");
        }
        return rows;
    }
}
