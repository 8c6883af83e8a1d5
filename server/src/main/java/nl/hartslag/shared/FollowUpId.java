package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Closing the loop with one customer. */
public record FollowUpId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static FollowUpId of(String text) {
        return new FollowUpId(UUID.fromString(text));
    }

    public static FollowUpId next() {
        return new FollowUpId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
