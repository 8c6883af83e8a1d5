package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A brand of the company. */
public record BrandId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static BrandId of(String text) {
        return new BrandId(UUID.fromString(text));
    }

    public static BrandId next() {
        return new BrandId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
