package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A rule that says which queue gets a contact. */
public record QueueRuleId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static QueueRuleId of(String text) {
        return new QueueRuleId(UUID.fromString(text));
    }

    public static QueueRuleId next() {
        return new QueueRuleId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
