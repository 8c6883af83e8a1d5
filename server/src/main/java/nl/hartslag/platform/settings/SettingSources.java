package nl.hartslag.platform.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import nl.hartslag.platform.StartRefused;
import nl.hartslag.platform.database.Places;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Where settings come from, strongest first: the command line, the environment ({@code HARTSLAG_DATABASE_URL}), a file named
 * by the environment ({@code HARTSLAG_DATABASE_PASSWORD_FILE}, for secrets), {@code hartslag.properties} in the data folder.
 */
class SettingSources implements EnvironmentPostProcessor, Ordered {

    static final String FROM_FILES = "hartslag files named by the environment";
    static final String DATA_FOLDER = "hartslag data folder";
    private static final String FILE = "hartslag.properties";

    /** After the profiles are known, since the demo company has a data folder of its own. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var sources = environment.getPropertySources();
        var after = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        var data = dataFolder(environment);
        var file = data.resolve(FILE);
        if (Files.exists(file)) {
            sources.addAfter(after, new PropertiesPropertySource(file.toString(), read(file)));
        }
        var secrets = namedFiles(System.getenv());
        sources.addAfter(after, new SystemEnvironmentPropertySource(FROM_FILES + "-" + after, secrets));
        sources.addLast(new MapPropertySource(DATA_FOLDER, Map.of("hartslag.data", data.toString())));
    }

    private static Path dataFolder(ConfigurableEnvironment environment) {
        var chosen = environment.getProperty("hartslag.data", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath().normalize();
        }
        var demo = Arrays.asList(environment.getActiveProfiles()).contains("demo");
        return demo ? Places.demoData() : Places.data();
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new StartRefused("The settings in %s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    static Map<String, Object> namedFiles(Map<String, String> environment) {
        var values = new LinkedHashMap<String, Object>();
        environment.forEach((name, path) -> {
            if (name.toUpperCase(Locale.ROOT).matches("HARTSLAG_.+_FILE")) {
                try {
                    values.put(name.substring(0, name.length() - "_FILE".length()), Files.readString(Path.of(path)).strip());
                } catch (IOException | IllegalArgumentException unreadable) {
                    throw new StartRefused("%s names %s, which cannot be read.".formatted(name, path), unreadable);
                }
            }
        });
        return values;
    }
}
