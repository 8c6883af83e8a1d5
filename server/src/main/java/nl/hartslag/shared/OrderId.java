package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An order of a customer. */
public record OrderId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    public static OrderId next() {
        return new OrderId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
