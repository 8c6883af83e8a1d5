package nl.hartslag.customers.internal.erasing;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param erasuresFile where the list of erasures is kept that is applied again after a backup was put back; in the data folder when not set */
@ConfigurationProperties("hartslag.privacy")
record PrivacySettings(Optional<Path> erasuresFile) {}
