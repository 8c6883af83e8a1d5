package nl.hartslag.platform.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import nl.hartslag.platform.StartRefused;
import nl.hartslag.platform.settings.PlatformSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The secret key comes from {@code HARTSLAG_SECRETS_KEY} or a file. With our own database and neither set, one is made at
 * the first start and kept beside the database (never in it, nor in its backups); nodes that share an external database
 * must be given the same key.
 */
@Configuration
class SecretsConfiguration {
    @Bean
    Secrets secrets(PlatformSettings settings) {
        Optional<String> given = settings.secrets().key().map(String::strip).filter(key -> !key.isEmpty());
        return new KeyedSecrets(derive(given.orElseGet(() -> ofFile(settings))));
    }

    private static String ofFile(PlatformSettings settings) {
        Optional<Path> named = settings.secrets().keyFile();
        if (named.isPresent() && !Files.isReadable(named.get())) {
            throw new StartRefused("hartslag.secrets.key-file: " + named.get() + " cannot be read.");
        }
        Path file = named.orElse(settings.data().resolve("secret.key"));
        return read(file).orElseGet(() -> create(file));
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
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            // whole or not at all, also when the power goes
            Path begun = Files.createTempFile(folder, "secret", ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel out = FileChannel.open(begun, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap((key + "\n").getBytes(StandardCharsets.US_ASCII)));
                out.force(true);
            }
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return key;
    }

    /** Any text of enough length may be the key; 32 bytes are made of it. */
    private static byte[] derive(String key) {
        if (key.length() < 32) throw new StartRefused("The secret key must be at least 32 characters long.");
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
