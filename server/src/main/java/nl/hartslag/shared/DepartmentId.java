package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A department of the company. */
public record DepartmentId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static DepartmentId of(String text) {
        return new DepartmentId(UUID.fromString(text));
    }

    public static DepartmentId next() {
        return new DepartmentId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
