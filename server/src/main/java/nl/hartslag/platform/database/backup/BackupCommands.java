package nl.hartslag.platform.database.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.platform.ClockConfiguration;
import nl.hartslag.platform.StartRefused;
import nl.hartslag.platform.blobs.ObjectStore;
import nl.hartslag.platform.blobs.S3Store;
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
        return run(arguments, (database, platform, clock, file, force) -> {
            if (Files.exists(file) && !force) {
                throw new DatabaseTrouble(file + " exists already. Give another name, or --force to replace it.");
            }
            var external = database.external();
            var running = external.isPresent() ? external : EmbeddedPostgres.runningOn(platform.data());
            Manifest written;
            if (running.isPresent()) {
                written = BackupWriter.write(running.get(), file, elsewhere(platform, clock));
            } else {
                try (var server = EmbeddedPostgres.startAsItIs(platform.data())) {
                    written = BackupWriter.write(server.address(), file, elsewhere(platform, clock));
                }
            }
            System.out.printf("Backup of %d rows in %d tables%s written to %s%n", rows(written), written.tables().size(), files(written), file);
            System.out.println("It does not hold the key of stored secrets (secret.key in the data folder, or HARTSLAG_SECRETS_KEY): keep that apart.");
        });
    }

    /** @return the exit code */
    public static int restore(String[] arguments) {
        return run(arguments, (database, platform, clock, file, force) -> {
            try (var backup = BackupFile.check(file)) {
                var external = database.external();
                if (external.isPresent()) {
                    Restore.intoServer(backup, external.get(), force);
                } else {
                    Restore.intoDataFolder(backup, platform.data(), force);
                }
                System.out.printf("Restored %d rows in %d tables%s as they were at %s%n", rows(backup.manifest()), backup.manifest().tables().size(),
                        files(backup.manifest()), backup.manifest().takenAt());
            }
        });
    }

    private static Optional<ObjectStore> elsewhere(PlatformSettings platform, Clock clock) {
        return Optional.of(platform.blobs().s3()).filter(PlatformSettings.S3::isSet).map(s3 -> S3Store.of(s3, clock));
    }

    private static String files(Manifest manifest) {
        return manifest.filesOrNone().isEmpty() ? "" : " and %d files from the object store".formatted(manifest.filesOrNone().size());
    }

    private static long rows(Manifest manifest) {
        return manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
    }

    private interface Work {
        void on(DatabaseSettings database, PlatformSettings platform, Clock clock, Path file, boolean force) throws SQLException, IOException;
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
            work.on(context.getBean(DatabaseSettings.class), context.getBean(PlatformSettings.class), context.getBean(Clock.class),
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
    @Import({PathConverter.class, ClockConfiguration.class})
    static class Settings {
    }
}
