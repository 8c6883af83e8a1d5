package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Customers of a brand that are treated alike. */
public record CustomerGroupId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static CustomerGroupId of(String text) {
        return new CustomerGroupId(UUID.fromString(text));
    }

    public static CustomerGroupId next() {
        return new CustomerGroupId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
