package nl.hartslag.platform.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which database to use. Without an address the product brings its own.
 *
 * @param url JDBC address of an external server, PostgreSQL 15 or newer; empty for our own
 * @param user who logs in to the external server
 * @param password the external server's password, or
 * @param passwordFile a file that holds it
 * @param poolSize connections the application keeps at most
 */
@Validated
@ConfigurationProperties("hartslag.database")
public record DatabaseSettings(
        Optional<String> url,
        @DefaultValue("hartslag") String user,
        Optional<String> password,
        Optional<Path> passwordFile,
        @DefaultValue("20") @Min(2) @Max(500) int poolSize) {

    /** The external server, if one is set. */
    Optional<DatabaseAddress> external() {
        return url.filter(address -> !address.isBlank()).map(address -> new DatabaseAddress(normal(address), user, secret()));
    }

    private static String normal(String address) {
        return address.startsWith("jdbc:") ? address : "jdbc:" + address.replaceFirst("^postgres:", "postgresql:");
    }

    private String secret() {
        if (passwordFile.isEmpty()) {
            return password.orElse("");
        }
        try {
            return Files.readString(passwordFile.get()).strip();
        } catch (IOException unreadable) {
            throw new DatabaseTrouble("hartslag.database.password-file cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
