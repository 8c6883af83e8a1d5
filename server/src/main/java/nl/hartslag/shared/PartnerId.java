package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A partner company (outsourcer). */
public record PartnerId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static PartnerId of(String text) {
        return new PartnerId(UUID.fromString(text));
    }

    public static PartnerId next() {
        return new PartnerId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
