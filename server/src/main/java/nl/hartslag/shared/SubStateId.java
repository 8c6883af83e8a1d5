package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** How a case of a brand stands within its state. */
public record SubStateId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static SubStateId of(String text) {
        return new SubStateId(UUID.fromString(text));
    }

    public static SubStateId next() {
        return new SubStateId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
