package nl.hartslag.platform.database.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import nl.hartslag.platform.StartRefused;
import nl.hartslag.platform.database.DatabaseSettings;
import nl.hartslag.platform.database.DatabaseTrouble;
import nl.hartslag.platform.database.EmbeddedPostgres;
import nl.hartslag.platform.settings.PathConverter;
import nl.hartslag.platform.settings.PlatformSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** {@code backup FILE} and {@code restore FILE}, with the same settings as the product but nothing else of it. */
public final class BackupCommands {

    private static final String FORCE = "--force";

    private BackupCommands() {
    }

    /** @return the exit code */
    public static int backup(String[] arguments) {
        return run(arguments, (database, platform, file, force) -> {
            if (Files.exists(file) && !force) {
                throw new DatabaseTrouble(file + " exists already. Give another name, or --force to replace it.");
            }
            var external = database.external();
            var running = external.isPresent() ? external : EmbeddedPostgres.runningOn(platform.data());
            Manifest written;
            if (running.isPresent()) {
                written = BackupWriter.write(running.get(), file);
            } else {
                try (var server = EmbeddedPostgres.startAsItIs(platform.data())) {
                    written = BackupWriter.write(server.address(), file);
                }
            }
            System.out.printf("Backup of %d rows in %d tables written to %s%n", rows(written), written.tables().size(), file);
            System.out.println("It does not hold the key of stored secrets (secret.key in the data folder, or HARTSLAG_SECRETS_KEY): keep that apart.");
        });
    }

    /** @return the exit code */
    public static int restore(String[] arguments) {
        return run(arguments, (database, platform, file, force) -> {
            try (var backup = BackupFile.check(file)) {
                var external = database.external();
                if (external.isPresent()) {
                    Restore.intoServer(backup, external.get(), force);
                } else {
                    Restore.intoDataFolder(backup, platform.data(), force);
                }
                System.out.printf("Restored %d rows in %d tables as they were at %s%n", rows(backup.manifest()), backup.manifest().tables().size(), backup.manifest().takenAt());
            }
        });
    }

    private static long rows(Manifest manifest) {
        return manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
    }

    private interface Work {
        void on(DatabaseSettings database, PlatformSettings platform, Path file, boolean force) throws SQLException, IOException;
    }

    private static int run(String[] arguments, Work work) {
        var files = Arrays.stream(arguments).filter(argument -> !argument.startsWith("--")).toList();
        if (files.size() != 1) {
            System.err.println("Say which file: backup FILE or restore FILE [--force].");
            return 2;
        }
        var settings = Arrays.stream(arguments).filter(argument -> argument.startsWith("--") && !argument.equals(FORCE)).toArray(String[]::new);
        var application = new SpringApplication(Settings.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of("logging.level.root", "warn", "spring.main.banner-mode", "off"));
        try (var context = application.run(settings)) {
            work.on(context.getBean(DatabaseSettings.class), context.getBean(PlatformSettings.class),
                    Path.of(files.getFirst()).toAbsolutePath(), Arrays.asList(arguments).contains(FORCE));
            return 0;
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            return 1;
        } catch (SQLException | IOException failed) {
            System.err.println("Failed: " + failed.getMessage());
            return 1;
        }
    }

    @EnableConfigurationProperties({DatabaseSettings.class, PlatformSettings.class})
    @Import(PathConverter.class)
    static class Settings {
    }
}
