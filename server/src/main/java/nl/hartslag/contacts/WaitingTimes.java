package nl.hartslag.contacts;

import java.util.Optional;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import org.jspecify.annotations.Nullable;

/** What a customer may be told about waiting. Routing implements it; channels ask. Cheap enough to ask every few seconds. */
public interface WaitingTimes {
    /** For a contact that waits for a person; empty when it does not, or nothing is known. */
    Optional<Waiting> of(ContactId contact);

    /** For someone who would come now. */
    Optional<Waiting> now(BrandId brand, String channel);

    /** @param ahead people before him; @param expectedSeconds until a person answers, absent when not known */
    record Waiting(int ahead, @Nullable Integer expectedSeconds) {}
}
