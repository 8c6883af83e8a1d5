package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Something said to people on the floor. */
public record NoticeId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static NoticeId of(String text) {
        return new NoticeId(UUID.fromString(text));
    }

    public static NoticeId next() {
        return new NoticeId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
