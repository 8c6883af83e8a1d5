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
     * @param acceptChangedKey go on with this key although the database was used with another, which is lost
     */
    public record Secrets(Optional<String> key, Optional<Path> keyFile, @DefaultValue("false") boolean acceptChangedKey) {
    }

    /** @param store where raw mail and attachments are kept */
    public record Blobs(@DefaultValue("database") Store store, @DefaultValue S3 s3) {
        public enum Store { DATABASE, S3 }
    }

    /**
     * A store that speaks the S3 protocol. Once files are there, these settings stay, also when new files go elsewhere.
     *
     * @param endpoint address without the bucket, such as {@code https://s3.eu-central-1.amazonaws.com}
     * @param prefix put before each name, such as {@code hartslag/}
     * @param secretKey from the environment or a file it names only
     */
    public record S3(Optional<String> endpoint, @DefaultValue("us-east-1") String region, Optional<String> bucket,
                     @DefaultValue("") String prefix, Optional<String> accessKey, Optional<String> secretKey) {

        public boolean isSet() {
            return endpoint.isPresent() || bucket.isPresent() || accessKey.isPresent() || secretKey.isPresent();
        }

        @Override
        public String toString() {
            return "S3[endpoint=" + endpoint + ", bucket=" + bucket + "]";
        }
    }
}
