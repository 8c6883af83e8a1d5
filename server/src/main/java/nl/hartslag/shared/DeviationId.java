package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** What somebody noted where a guideline was not kept to. */
public record DeviationId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static DeviationId of(String text) {
        return new DeviationId(UUID.fromString(text));
    }

    public static DeviationId next() {
        return new DeviationId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
