package nl.hartslag.platform.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Lets a setting be a path that may be absent: the binder knows paths by themselves, but not inside an {@code Optional}. */
@Component
@ConfigurationPropertiesBinding
public class PathConverter implements Converter<String, Optional<Path>> {

    @Override
    public Optional<Path> convert(String path) {
        return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }
}
