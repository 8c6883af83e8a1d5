package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Something a brand may give to a customer. */
public record GestureChoiceId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static GestureChoiceId of(String text) {
        return new GestureChoiceId(UUID.fromString(text));
    }

    public static GestureChoiceId next() {
        return new GestureChoiceId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
