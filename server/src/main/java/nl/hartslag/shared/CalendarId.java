package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Opening hours. */
public record CalendarId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static CalendarId of(String text) {
        return new CalendarId(UUID.fromString(text));
    }

    public static CalendarId next() {
        return new CalendarId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
