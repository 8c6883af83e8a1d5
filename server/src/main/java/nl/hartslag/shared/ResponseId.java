package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A customer's answer to an invitation. */
public record ResponseId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ResponseId of(String text) {
        return new ResponseId(UUID.fromString(text));
    }

    public static ResponseId next() {
        return new ResponseId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
