package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Words that one does not write twice. */
public record TextBlockId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static TextBlockId of(String text) {
        return new TextBlockId(UUID.fromString(text));
    }

    public static TextBlockId next() {
        return new TextBlockId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
