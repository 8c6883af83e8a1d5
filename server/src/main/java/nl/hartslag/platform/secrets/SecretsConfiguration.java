package nl.hartslag.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import nl.hartslag.platform.database.Places;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The secret key comes from {@code HARTSLAG_SECRETS_KEY} or a file. With our own database and neither set, one is made at
 * the first start and kept beside the database (never in it, nor in its backups); nodes that share an external database
 * must be given the same key.
 */
@Configuration
class SecretsConfiguration {
    @Bean
    Secrets secrets(
            @Value("${hartslag.secrets.key:}") String key,
            @Value("${hartslag.secrets.key-file:}") String keyFile,
            @Value("${hartslag.data:}") String data,
            Environment environment) {
        if (!key.isBlank()) return new KeyedSecrets(derive(key.strip()));
        Path file = !keyFile.isBlank()
                ? Path.of(keyFile)
                : (data.isBlank() ? standard(environment) : Path.of(data)).resolve("secret.key");
        if (!keyFile.isBlank() && !Files.isReadable(file)) {
            throw new IllegalStateException("hartslag.secrets.key-file: " + file + " cannot be read");
        }
        return new KeyedSecrets(derive(read(file).orElseGet(() -> create(file))));
    }

    private static Path standard(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo")) ? Places.demoData() : Places.data();
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String create(Path file) {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key + "\n", StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key;
    }

    /** Any text of enough length may be the key; 32 bytes are made of it. */
    private static byte[] derive(String key) {
        if (key.length() < 32) throw new IllegalStateException("the secret key must be at least 32 characters long");
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
