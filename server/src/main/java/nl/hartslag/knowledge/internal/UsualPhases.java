package nl.hartslag.knowledge.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import nl.hartslag.knowledge.TalkPhases.Hint;
import nl.hartslag.knowledge.TalkPhases.Phase;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The five phases of a helpline talk, for brands that wrote none of their own. */
@Component
class UsualPhases {
    private static final List<String> KEYS = List.of("contact", "explore", "goal", "work-out", "round-off");
    private final List<Phase> phases;

    UsualPhases() {
        Properties dutch = load("nl");
        Properties english = load("en");
        phases = KEYS.stream().map(key -> new Phase(key, dutch.getProperty(key), english.getProperty(key), hints(key, dutch, english))).toList();
    }

    List<Phase> phases() {
        return phases;
    }

    private static List<Hint> hints(String key, Properties dutch, Properties english) {
        List<Hint> hints = new ArrayList<>();
        for (int i = 1; dutch.containsKey(key + "." + i); i++) hints.add(new Hint(dutch.getProperty(key + "." + i), english.getProperty(key + "." + i)));
        return hints;
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        try (var reader = new InputStreamReader(new ClassPathResource("texts/phases_" + language + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
