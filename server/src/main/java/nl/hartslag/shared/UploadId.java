package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A file that waits to become an attachment. */
public record UploadId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static UploadId of(String text) {
        return new UploadId(UUID.fromString(text));
    }

    public static UploadId next() {
        return new UploadId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
