package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** What an adapter received, as it came. */
public record EnvelopeId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static EnvelopeId of(String text) {
        return new EnvelopeId(UUID.fromString(text));
    }

    public static EnvelopeId next() {
        return new EnvelopeId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
