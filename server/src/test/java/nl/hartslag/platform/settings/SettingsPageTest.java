package nl.hartslag.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The page of the settings names every setting, and none that does not exist. */
class SettingsPageTest {
    private static final Path PAGE = Path.of("../docs/administrator/settings.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(hartslag\\.[a-z0-9.\\[\\]-]+)`");

    @Test
    void namesEverySettingAndNoOther() throws IOException {
        var written = new TreeSet<String>();
        for (var found = ROW.matcher(Files.readString(PAGE)); found.find(); ) written.add(found.group(1));

        assertThat(written).as(PAGE + " and the settings records").isEqualTo(known());
    }

    private static TreeSet<String> known() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var known = new KnownSettings();
        scanner.findCandidateComponents("nl.hartslag").forEach(found -> {
            // the records that tests of settings bring along
            if (String.valueOf(found.getBeanClassName()).contains("Test")) return;
            try {
                Class<?> settings = Class.forName(found.getBeanClassName());
                known.add(settings.getAnnotation(ConfigurationProperties.class).value(), settings);
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
        return new TreeSet<>(known.names());
    }
}
