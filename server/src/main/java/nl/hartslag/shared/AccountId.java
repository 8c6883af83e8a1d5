package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A mailbox or widget through which customers reach us. */
public record AccountId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    public static AccountId next() {
        return new AccountId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
