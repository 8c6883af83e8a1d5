package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** How long something is kept. */
public record RetentionRuleId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static RetentionRuleId of(String text) {
        return new RetentionRuleId(UUID.fromString(text));
    }

    public static RetentionRuleId next() {
        return new RetentionRuleId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
