package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A place where people work. */
public record SiteId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }

    public static SiteId next() {
        return new SiteId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
