package nl.hartslag.platform.settings;

import java.util.Locale;
import java.util.Set;
import nl.hartslag.platform.StartRefused;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on a setting nobody knows, because a misspelt setting is a setting that silently does nothing, and on a
 * wrong value before the database is touched.
 */
@Component
public class SettingsCheck {

    /** What only the launcher reads. */
    private static final Set<String> LAUNCHER = Set.of("HARTSLAG_JAVA_OPTIONS", "HARTSLAG_HEAP", "HARTSLAG_ROOT", "HARTSLAG_RUN");

    private final KnownSettings known = new KnownSettings();

    SettingsCheck(ConfigurableListableBeanFactory beans, ConfigurableEnvironment environment) {
        for (var name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            var annotation = beans.findAnnotationOnBean(name, ConfigurationProperties.class);
            var type = beans.getType(name);
            if (annotation != null && type != null && type.isRecord() && annotation.value().startsWith("hartslag")) {
                known.add(annotation.value(), type);
            }
        }
        environment.getPropertySources().forEach(this::refuseUnknown);
        for (var name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
            beans.getBean(name);
        }
    }

    private void refuseUnknown(PropertySource<?> source) {
        if (!(source instanceof EnumerablePropertySource<?> listed) || source.getName().startsWith(SettingSources.FROM_FILES)) {
            return;
        }
        var fromEnvironment = source instanceof SystemEnvironmentPropertySource;
        var typed = source.getName().startsWith("commandLine");
        for (var name : listed.getPropertyNames()) {
            if (typed || StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME.equals(source.getName())) {
                known.secret(name).ifPresent(SettingsCheck::refuseInSight);
            }
            var variable = fromEnvironment && name.toUpperCase(Locale.ROOT).startsWith("HARTSLAG_");
            if (variable ? !LAUNCHER.contains(name) && !known.knowsVariable(name) : name.startsWith("hartslag.") && !known.knows(name)) {
                throw new StartRefused("There is no setting %s%s.%s".formatted(name, variable || typed ? "" : " (" + source.getName() + ")",
                        known.nearest(name).map(nearest -> " Did you mean " + nearest + "?").orElse("")));
            }
        }
    }

    private static void refuseInSight(String secret) {
        var variable = secret.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        throw new StartRefused("%s on the command line can be read by everyone on this machine. Set %s, or %s_FILE to a file that holds it."
                .formatted(secret, variable, variable));
    }
}
