package nl.hartslag;

import java.util.Arrays;
import nl.hartslag.platform.AdminCommands;
import nl.hartslag.platform.database.backup.BackupCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The product. The first argument says what to do; without one it serves. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Hartslag {

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    public static void main(String[] arguments) {
        var command = arguments.length == 0 || arguments[0].startsWith("--") ? "" : arguments[0];
        var rest = command.isEmpty() ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        var application = new SpringApplication(Hartslag.class);
        switch (command) {
            case "", "serve" -> application.run(rest);
            case "demo" -> {
                application.setAdditionalProfiles("demo");
                application.run(rest);
            }
            case "admin" -> AdminCommands.run(application, rest);
            case "backup" -> System.exit(BackupCommands.backup(rest));
            case "restore" -> System.exit(BackupCommands.restore(rest));
            default -> {
                System.err.println("There is no command '" + command + "'. There are serve, demo, admin, backup and restore.");
                System.exit(2);
            }
        }
    }
}
