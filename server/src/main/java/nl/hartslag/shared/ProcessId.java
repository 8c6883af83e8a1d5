package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A process of a department. */
public record ProcessId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ProcessId of(String text) {
        return new ProcessId(UUID.fromString(text));
    }

    public static ProcessId next() {
        return new ProcessId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
