package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A team of users. */
public record TeamId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    public static TeamId next() {
        return new TeamId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
