package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A queue of waiting contacts. */
public record QueueId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static QueueId of(String text) {
        return new QueueId(UUID.fromString(text));
    }

    public static QueueId next() {
        return new QueueId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
