package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** How we usually help with something. */
public record GuidelineId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static GuidelineId of(String text) {
        return new GuidelineId(UUID.fromString(text));
    }

    public static GuidelineId next() {
        return new GuidelineId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
