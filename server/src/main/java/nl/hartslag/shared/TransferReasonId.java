package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Why a contact is handed over. */
public record TransferReasonId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static TransferReasonId of(String text) {
        return new TransferReasonId(UUID.fromString(text));
    }

    public static TransferReasonId next() {
        return new TransferReasonId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
