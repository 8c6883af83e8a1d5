package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A person who works with Hartslag. */
public record UserId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static UserId of(String text) {
        return new UserId(UUID.fromString(text));
    }

    public static UserId next() {
        return new UserId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
