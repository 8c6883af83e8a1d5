package nl.hartslag.contacts;

import java.time.Instant;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * @param kind  {@code answer}: it follows from the rules; {@code agent}: a person gave it
 * @param state {@code open}, {@code late}, {@code kept}, {@code kept_late}, {@code broken} or {@code withdrawn}
 * @param given what a person promised; absent when it follows from the rules
 */
public record PromiseView(
        PromiseId id,
        ContactId contact,
        String kind,
        Instant madeAt,
        Instant dueAt,
        boolean told,
        String state,
        @Nullable Instant settledAt,
        @Nullable Given given) {

    /**
     * @param words as the customer was told
     * @param from  from when, where a span was promised; its end is {@code dueAt}
     * @param bringsBack its conversation comes back for it by itself
     * @param moved how often another moment was agreed
     * @param why   why it was not kept, or how it was
     */
    public record Given(
            Act act,
            String words,
            @Nullable Instant from,
            UserId owner,
            @Nullable String ownerName,
            boolean bringsBack,
            int moved,
            @Nullable String why) {}
}
