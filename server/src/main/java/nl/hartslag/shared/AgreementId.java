package nl.hartslag.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** What was agreed with an account. */
public record AgreementId(@JsonValue UUID value) implements Id {
    @JsonCreator
    public static AgreementId of(String text) {
        return new AgreementId(UUID.fromString(text));
    }

    public static AgreementId next() {
        return new AgreementId(Uuid7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
