package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** What a customer wants solved. */
public record CaseId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static CaseId of(String text) {
        return new CaseId(UUID.fromString(text));
    }

    public static CaseId next() {
        return new CaseId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
