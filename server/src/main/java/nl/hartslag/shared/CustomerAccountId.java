package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A company whose people contact us. */
public record CustomerAccountId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static CustomerAccountId of(String text) {
        return new CustomerAccountId(UUID.fromString(text));
    }

    public static CustomerAccountId next() {
        return new CustomerAccountId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
