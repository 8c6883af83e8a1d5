package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A file with a message. */
public record AttachmentId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static AttachmentId of(String text) {
        return new AttachmentId(UUID.fromString(text));
    }

    public static AttachmentId next() {
        return new AttachmentId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
