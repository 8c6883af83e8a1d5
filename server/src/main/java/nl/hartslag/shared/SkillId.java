package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A skill people have and queues need. */
public record SkillId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static SkillId of(String text) {
        return new SkillId(UUID.fromString(text));
    }

    public static SkillId next() {
        return new SkillId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
