package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** What matters to a customer, written down. */
public record StoryId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static StoryId of(String text) {
        return new StoryId(UUID.fromString(text));
    }

    public static StoryId next() {
        return new StoryId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
