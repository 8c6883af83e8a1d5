package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Why a customer came. */
public record ReasonId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ReasonId of(String text) {
        return new ReasonId(UUID.fromString(text));
    }

    public static ReasonId next() {
        return new ReasonId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
