package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** What we told a customer we would do, and by when. */
public record PromiseId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static PromiseId of(String text) {
        return new PromiseId(UUID.fromString(text));
    }

    public static PromiseId next() {
        return new PromiseId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
