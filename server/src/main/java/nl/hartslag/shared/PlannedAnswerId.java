package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An answer that leaves later. */
public record PlannedAnswerId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static PlannedAnswerId of(String text) {
        return new PlannedAnswerId(UUID.fromString(text));
    }

    public static PlannedAnswerId next() {
        return new PlannedAnswerId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
