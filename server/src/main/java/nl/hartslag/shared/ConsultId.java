package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A question to another department. */
public record ConsultId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ConsultId of(String text) {
        return new ConsultId(UUID.fromString(text));
    }

    public static ConsultId next() {
        return new ConsultId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
