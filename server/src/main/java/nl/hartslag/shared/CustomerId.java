package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A person or organisation that contacts us. */
public record CustomerId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static CustomerId of(String text) {
        return new CustomerId(UUID.fromString(text));
    }

    public static CustomerId next() {
        return new CustomerId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
