package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One call for all hands. */
public record AllHandsId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static AllHandsId of(String text) {
        return new AllHandsId(UUID.fromString(text));
    }

    public static AllHandsId next() {
        return new AllHandsId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
