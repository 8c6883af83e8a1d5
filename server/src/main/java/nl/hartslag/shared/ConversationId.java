package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The thread of messages with one customer over one channel. */
public record ConversationId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static ConversationId of(String text) {
        return new ConversationId(UUID.fromString(text));
    }

    public static ConversationId next() {
        return new ConversationId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
