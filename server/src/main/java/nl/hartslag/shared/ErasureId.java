package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The erasing of one customer, and its receipt. */
public record ErasureId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ErasureId of(String text) {
        return new ErasureId(UUID.fromString(text));
    }

    public static ErasureId next() {
        return new ErasureId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
