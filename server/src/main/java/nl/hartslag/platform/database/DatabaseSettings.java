package nl.hartslag.platform.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import nl.hartslag.platform.StartRefused;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which database to use. Without an address the product brings its own.
 *
 * @param url JDBC address of an external server, PostgreSQL 15 or newer, without a password; empty for our own
 * @param join work on the server that another process of this installation runs on the data folder, for admin commands
 * @param user who logs in to the external server
 * @param password the external server's password; {@code HARTSLAG_DATABASE_PASSWORD_FILE} may name a file with it
 * @param poolSize connections the application keeps at most
 */
@Validated
@ConfigurationProperties("hartslag.database")
public record DatabaseSettings(
        Optional<String> url,
        @DefaultValue("false") boolean join,
        @DefaultValue("hartslag") String user,
        Optional<String> password,
        @DefaultValue("20") @Min(2) @Max(500) int poolSize) {

    /** An address is printed, logged and shown where a password must not be. */
    public DatabaseSettings {
        if (url.filter(DatabaseAddress::holdsPassword).isPresent()) {
            throw new StartRefused("hartslag.database.url holds a password, which others can read there: leave it out and set HARTSLAG_DATABASE_PASSWORD "
                    + "instead, or HARTSLAG_DATABASE_PASSWORD_FILE to a file that holds it.");
        }
    }

    /** The external server, if one is set. */
    public Optional<DatabaseAddress> external() {
        return url.filter(address -> !address.isBlank()).map(address -> new DatabaseAddress(normal(address), user, password.orElse("")));
    }

    private static String normal(String address) {
        return address.startsWith("jdbc:") ? address : "jdbc:" + address.replaceFirst("^postgres:", "postgresql:");
    }
}
