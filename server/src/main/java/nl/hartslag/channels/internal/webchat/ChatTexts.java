package nl.hartslag.channels.internal.webchat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What the system itself says to visitors. */
@Component
class ChatTexts {
    private final Map<String, Properties> byLanguage = Map.of("nl", load("nl"), "en", load("en"));

    String stillThere(String language, int minutes) {
        return text(language, "still-there").replace("{minutes}", String.valueOf(minutes));
    }

    private String text(String language, String key) {
        return byLanguage.getOrDefault(language, byLanguage.get("en")).getProperty(key);
    }

    private static Properties load(String language) {
        Properties texts = new Properties();
        try (var reader = new InputStreamReader(
                new ClassPathResource("texts/webchat_" + language + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
