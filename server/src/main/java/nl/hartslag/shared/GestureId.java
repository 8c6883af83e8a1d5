package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Something given to a customer beyond what he was owed. */
public record GestureId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static GestureId of(String text) {
        return new GestureId(UUID.fromString(text));
    }

    public static GestureId next() {
        return new GestureId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
