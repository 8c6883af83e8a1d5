package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A change of which contacts belong to which case. */
public record CaseChangeId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static CaseChangeId of(String text) {
        return new CaseChangeId(UUID.fromString(text));
    }

    public static CaseChangeId next() {
        return new CaseChangeId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
