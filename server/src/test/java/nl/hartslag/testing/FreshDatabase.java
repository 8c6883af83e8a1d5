package nl.hartslag.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

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
                "hartslag.privacy.erasures-file=" + folderOf(context).resolve("erasures.jsonl")).applyTo(context);
    }

    /** What is registered first is destroyed last, so nothing writes in it any more. */
    private static Path folderOf(ConfigurableApplicationContext context) {
        try {
            Path folder = Files.createTempDirectory("erasures");
            ((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean(folder.toString(), () -> FileSystemUtils.deleteRecursively(folder));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
