package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A rule from which promises follow. */
public record PromiseRuleId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static PromiseRuleId of(String text) {
        return new PromiseRuleId(UUID.fromString(text));
    }

    public static PromiseRuleId next() {
        return new PromiseRuleId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
