package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Something that is done to many conversations at once. */
public record BulkWorkId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static BulkWorkId of(String text) {
        return new BulkWorkId(UUID.fromString(text));
    }

    public static BulkWorkId next() {
        return new BulkWorkId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
