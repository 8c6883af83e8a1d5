package nl.hartslag.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context under test a database of its own. */
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var address = TestDatabase.fresh().address();
        TestPropertyValues.of(
                "hartslag.database.url=" + address.url(),
                "hartslag.database.user=" + address.user(),
                "hartslag.database.password=" + address.password(),
                "hartslag.database.pool-size=10",
                "hartslag.privacy.erasures-file=" + erasures()).applyTo(context);
    }

    private static Path erasures() {
        try {
            return Files.createTempDirectory("erasures").resolve("erasures.jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
