package nl.hartslag.feedback;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The texts that customers read, in {@code texts/feedback_<language>.properties}; {@code {0}} and so on are filled in. */
public final class CustomerWords {
    private static final CustomerWords DUTCH = new CustomerWords("nl");
    private static final CustomerWords ENGLISH = new CustomerWords("en");
    private final String language;
    private final Properties texts;

    private CustomerWords(String language) {
        this.language = language;
        this.texts = new Properties();
        String file = "/texts/feedback_" + language + ".properties";
        try (var stream = CustomerWords.class.getResourceAsStream(file)) {
            if (stream == null) throw new IllegalStateException(file + " is missing");
            texts.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Dutch for {@code nl}, English for everyone else. */
    public static CustomerWords in(String language) {
        return language.startsWith("nl") ? DUTCH : ENGLISH;
    }

    public String language() {
        return language;
    }

    public String get(String key, Object... values) {
        String text = texts.getProperty(key);
        if (text == null) throw new IllegalArgumentException("no text is called " + key);
        for (int i = 0; i < values.length; i++) text = text.replace("{" + i + "}", values[i].toString());
        return text;
    }

    /** For the check that both languages are complete. */
    java.util.Set<String> keys() {
        return texts.stringPropertyNames();
    }
}
