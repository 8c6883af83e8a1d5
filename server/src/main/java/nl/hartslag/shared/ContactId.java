package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One interaction to be handled. */
public record ContactId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ContactId of(String text) {
        return new ContactId(UUID.fromString(text));
    }

    public static ContactId next() {
        return new ContactId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
