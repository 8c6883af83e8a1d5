package nl.hartslag.contacts;

import java.time.Instant;
import java.util.List;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Stores gestures that were given earlier, as they were: no news reaches screens and nothing is asked of anybody; what is kept for later
 * analysis is. For imports and the demo company.
 */
public interface GesturesImport {
    /** In one transaction; the same {@code clientKey} in the same conversation is stored once. */
    void store(List<PastGesture> gestures);

    /**
     * @param amountMinor the price in the catalogue when absent
     * @param promised    the customer was told before anybody was asked
     * @param decidedBy   who approved it; absent when nobody was asked
     * @param talkedBy    who talked about it, two days later, and what came of that
     */
    record PastGesture(
            ConversationId conversation,
            GestureChoiceId choice,
            @Nullable Long amountMinor,
            String why,
            UserId giver,
            Instant givenAt,
            boolean promised,
            @Nullable UserId decidedBy,
            @Nullable UserId talkedBy,
            @Nullable String talkNote,
            String clientKey) {}
}
