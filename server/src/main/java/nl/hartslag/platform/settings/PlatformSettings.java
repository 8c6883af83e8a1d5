package nl.hartslag.platform.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things lie and which store keeps files.
 *
 * @param home the folder above the default data folders and the unpacked database programs
 * @param data this installation's data folder; always set, see {@link SettingSources}
 */
@ConfigurationProperties("hartslag")
public record PlatformSettings(Optional<Path> home, Path data, @DefaultValue Secrets secrets, @DefaultValue Blobs blobs) {

    /**
     * @param key the secret from which stored secrets are encrypted, at least 32 characters
     * @param keyFile a file that holds it
     */
    public record Secrets(Optional<String> key, Optional<Path> keyFile) {
    }

    /** @param store where raw mail and attachments are kept: {@code database}, or another store that is built in */
    public record Blobs(@DefaultValue("database") String store) {
    }
}
