package nl.hartslag.channels.internal.email;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * E-mail for the whole installation; what differs per address stands with the e-mail accounts.
 *
 * @param smtpPort       port of our own SMTP receiver; 0 = none
 * @param smtpBind       address it listens on
 * @param hostName       our name in SMTP and message ids
 * @param maxSize        bytes of one mail; larger ones are refused with 552
 * @param maxConnections SMTP connections at once
 * @param tlsKeyStore    PKCS#12 file with our certificate; offers STARTTLS
 * @param tlsPassword    its password
 * @param trustedRelays  addresses whose Authentication-Results we believe
 * @param trustedServices the names (authserv-id) these results carry
 * @param dns            {@code network}, or {@code off} on machines without one: then only a trusted relay can prove a sender
 * @param out            {@code auto} sends where a relay is set and keeps mail for the outbox page where none is; {@code capture}
 *                       only keeps it, {@code smtp} only sends it, {@code both} does both
 * @param relay          through which mail leaves, for accounts without one of their own
 * @param dkim           keys that sign what leaves, one per domain
 * @param poll           how often mailboxes are looked at beside push
 */
@Validated
@ConfigurationProperties("hartslag.channels.email")
public record EmailSettings(
        @DefaultValue("0") @Min(0) @Max(65_535) int smtpPort,
        @DefaultValue("0.0.0.0") @NotBlank String smtpBind,
        @DefaultValue("localhost") @NotBlank String hostName,
        @DefaultValue("36700160") @Min(100_000) int maxSize,
        @DefaultValue("200") @Min(1) int maxConnections,
        Optional<Path> tlsKeyStore,
        Optional<String> tlsPassword,
        @DefaultValue List<String> trustedRelays,
        @DefaultValue List<String> trustedServices,
        @DefaultValue("network") Dns dns,
        @DefaultValue("auto") Out out,
        // not Optional: Spring binds no record inside one, and mail would silently never leave
        @Valid @Nullable Relay relay,
        @DefaultValue List<@Valid Dkim> dkim,
        @DefaultValue("60s") Duration poll) {

    /** The key that signs for an address: of its domain, or else of the nearest domain above it. */
    public Optional<Dkim> dkimFor(String address) {
        return dkim.stream().filter(key -> key.signsFor(address)).max(Comparator.comparingInt(key -> key.domain.length()));
    }

    public enum Dns { NETWORK, OFF }

    public enum Out { AUTO, CAPTURE, SMTP, BOTH }

    public enum Tls { NONE, STARTTLS, TLS }

    /**
     * @param password or {@code passwordFile}
     */
    public record Relay(@NotBlank String host, @DefaultValue("587") @Min(1) @Max(65_535) int port, @DefaultValue("STARTTLS") Tls tls,
                        Optional<String> user, Optional<String> password, Optional<Path> passwordFile) {
        public Optional<String> secret() {
            return passwordFile.map(EmailSettings::read).or(() -> password);
        }
    }

    /**
     * @param domain   of the addresses that are signed for
     * @param selector name of the key in DNS
     * @param keyFile  RSA private key, PKCS#8 in PEM
     */
    public record Dkim(@NotBlank String domain, @NotBlank String selector, @NotNull Path keyFile) {
        public String key() {
            return read(keyFile);
        }

        private boolean signsFor(String address) {
            String written = address.toLowerCase(Locale.ROOT);
            String own = domain.toLowerCase(Locale.ROOT);
            return written.endsWith("@" + own) || written.endsWith("." + own);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("hartslag.channels.email: cannot read " + file, unreadable);
        }
    }
}
