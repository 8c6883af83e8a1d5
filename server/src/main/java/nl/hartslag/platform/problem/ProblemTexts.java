package nl.hartslag.platform.problem;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The words of every problem, from {@code texts/problems/<module>_<language>.properties}. */
@Component
public class ProblemTexts {
    private final Map<String, Properties> byLanguage = new HashMap<>();

    public ProblemTexts() {
        for (String language : new String[] {"en", "nl"}) byLanguage.put(language, load(language));
    }

    public String text(String language, String key, Map<String, ?> arguments) {
        String text = find(language, key).orElse(key);
        for (var argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
        }
        return text;
    }

    /** What is wrong with one field. @param limit that was passed, if it has one */
    public String field(String language, String code, @Nullable Long limit) {
        return find(language, "field/" + code).map(text -> text.replace("{limit}", String.valueOf(limit))).orElse(code);
    }

    public Optional<String> find(String language, String key) {
        Properties texts = byLanguage.getOrDefault(language, byLanguage.get("en"));
        return Optional.ofNullable(texts.getProperty(key));
    }

    private static Properties load(String language) {
        Properties all = new Properties();
        try {
            var files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/problems/*_" + language.toLowerCase(Locale.ROOT) + ".properties");
            for (Resource file : files) {
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    all.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
