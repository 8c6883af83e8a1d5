package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One contact offered to one person. */
public record OfferId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static OfferId of(String text) {
        return new OfferId(UUID.fromString(text));
    }

    public static OfferId next() {
        return new OfferId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
