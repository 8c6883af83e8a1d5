package nl.hartslag.platform.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The schemas of all modules, each with its own folder of migrations and its own history, brought up to date from the lowest
 * floor to the highest.
 */
public final class Migrations {

    /** All modules that may have tables, lowest floor first. */
    public static final List<String> MODULES = List.of("platform", "organisation", "people", "customers", "knowledge", "contacts", "routing",
            "channels", "feedback", "assistant", "desk", "demo");

    /** Flyway's own bookkeeping, in each module's schema. */
    public static final String HISTORY = "flyway_schema_history";

    /** Any number, as long as every node uses the same: it lets one node migrate while the others wait. */
    private static final long ONE_AT_A_TIME = 0x4861727473L;

    private final String root;
    private final List<String> modules;

    private Migrations(String root, List<String> modules) {
        this.root = root;
        this.modules = modules;
    }

    /** The migrations inside the product. */
    public static Migrations onClasspath() {
        var loader = Migrations.class.getClassLoader();
        return new Migrations("classpath:db/migration/", MODULES.stream().filter(module -> loader.getResource("db/migration/" + module) != null).toList());
    }

    /** The migrations in a folder of sources, before there is a product. */
    public static Migrations inFolder(Path folder) {
        return new Migrations("filesystem:" + folder + "/", MODULES.stream().filter(module -> Files.isDirectory(folder.resolve(module))).toList());
    }

    /** The modules that have migrations, lowest floor first. */
    public List<String> modules() {
        return modules;
    }

    /** Brings every schema up to date. Safe when several nodes start at once. */
    public void migrate(DatabaseAddress database) {
        migrate(database, _ -> MigrationVersion.LATEST);
    }

    /** Brings the schemas exactly to the versions named, leaving modules that are not named alone. */
    public void migrateTo(DatabaseAddress database, Map<String, String> versions) {
        migrate(database, module -> versions.containsKey(module) ? MigrationVersion.fromVersion(versions.get(module)) : null);
    }

    /** The version each module's schema has in this database; modules without a schema are absent. */
    public Map<String, String> versions(DatabaseAddress database) {
        return modules.stream()
                .map(module -> Map.entry(module, Optional.ofNullable(flyway(database, module).load().info().current())))
                .filter(entry -> entry.getValue().isPresent())
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get().getVersion().getVersion()));
    }

    private void migrate(DatabaseAddress database, Function<String, MigrationVersion> target) {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + ONE_AT_A_TIME + ")");
            for (var module : modules) {
                var version = target.apply(module);
                if (version != null) {
                    flyway(database, module).target(version).load().migrate();
                }
            }
        } catch (SQLException unreachable) {
            throw new DatabaseTrouble("Cannot use the database at %s: %s".formatted(database, unreachable.getMessage()), unreachable);
        }
    }

    private FluentConfiguration flyway(DatabaseAddress database, String module) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.url(), database.user(), database.password())
                .schemas(module)
                .locations(root + module)
                .table(HISTORY)
                .validateMigrationNaming(true);
    }
}
