package nl.hartslag.feedback;

import com.fasterxml.jackson.annotation.JsonValue;

/** How the customer says he felt; one, or none. */
public enum Emotion {
    ANGRY, DISAPPOINTED, CONTENT, HAPPY;

    @JsonValue
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Emotion of(String key) {
        return valueOf(key.toUpperCase(java.util.Locale.ROOT));
    }
}
