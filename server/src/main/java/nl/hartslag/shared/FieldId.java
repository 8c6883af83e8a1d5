package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** What a brand keeps of its customers, cases or orders beside what every brand keeps. */
public record FieldId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static FieldId of(String text) {
        return new FieldId(UUID.fromString(text));
    }

    public static FieldId next() {
        return new FieldId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
