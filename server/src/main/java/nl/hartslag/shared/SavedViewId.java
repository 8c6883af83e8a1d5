package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A list that somebody put together. */
public record SavedViewId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static SavedViewId of(String text) {
        return new SavedViewId(UUID.fromString(text));
    }

    public static SavedViewId next() {
        return new SavedViewId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
