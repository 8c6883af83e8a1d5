package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * @param kind   {@code answer} or {@code solution}: it follows from the rules; {@code agent}: a person gave it
 * @param state  {@code open}, {@code late}, {@code kept}, {@code kept_late}, {@code broken} or {@code withdrawn}
 * @param given  what a person promised; absent when it follows from the rules
 * @param byRule how it follows from the rules; absent when a person gave it
 * @param moves  how it came to be due at another moment than at first, oldest first; only where a conversation or a case is read
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
        @Nullable Given given,
        @Nullable ByRule byRule,
        List<Move> moves) {

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

    /**
     * @param step     {@code first} or {@code next} answer; absent for a solution, and for what was promised before this was kept
     * @param soon     the rule's moment to warn has come
     * @param pausedAt since when it stands still, as the case waits for the customer
     */
    public record ByRule(@Nullable String step, boolean soon, @Nullable Instant pausedAt) {}

    /**
     * @param cause   what changed: {@code calendar}, {@code hours}, {@code rule}, {@code queue}, {@code priority}, {@code group} of the customer, or {@code customer}: it
     *                stood still while the case waited for the customer. What a person gave: {@code agreed} with the customer, or {@code ours}: moved without him
     * @param subject the name of what changed, where that says something
     * @param by      who changed it; absent when nobody did
     * @param words   why a person moved it
     */
    @Schema(name = "PromiseMove")
    public record Move(Instant at, Instant oldDueAt, Instant newDueAt, String cause, @Nullable String subject, @Nullable String by, @Nullable String words) {}
}
