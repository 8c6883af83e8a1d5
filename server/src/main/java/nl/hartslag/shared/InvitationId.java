package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The question to a customer how it went. */
public record InvitationId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static InvitationId of(String text) {
        return new InvitationId(UUID.fromString(text));
    }

    public static InvitationId next() {
        return new InvitationId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
