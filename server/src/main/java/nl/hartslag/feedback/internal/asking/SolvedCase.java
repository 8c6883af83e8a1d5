package nl.hartslag.feedback.internal.asking;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** A case at one moment that it was solved. @param unasked who went silent is not asked */
record SolvedCase(
        CaseId caseId,
        ContactId contact,
        ConversationId conversation,
        BrandId brand,
        Optional<PartnerId> partner,
        @Nullable CustomerId customer,
        @Nullable QueueId queue,
        String channel,
        UserId handledBy,
        boolean unasked,
        Instant solvedAt) {

    static SolvedCase of(Map<String, Object> payload) {
        Object customer = payload.get("customer");
        Object queue = payload.get("queue");
        return new SolvedCase(
                CaseId.of(text(payload, "case")),
                ContactId.of(text(payload, "contact")),
                ConversationId.of(text(payload, "conversation")),
                BrandId.of(text(payload, "brand")),
                Optional.ofNullable(payload.get("partner")).map(id -> PartnerId.of(id.toString())),
                customer == null ? null : CustomerId.of(customer.toString()),
                queue == null ? null : QueueId.of(queue.toString()),
                text(payload, "channel"),
                UserId.of(text(payload, "handledBy")),
                Boolean.TRUE.equals(payload.get("unasked")),
                Instant.parse(text(payload, "solvedAt")));
    }

    /** Its customer was erased since. */
    SolvedCase ofNobody() {
        return new SolvedCase(caseId, contact, conversation, brand, partner, null, queue, channel, handledBy, unasked, solvedAt);
    }

    private static String text(Map<String, Object> payload, String name) {
        Object value = payload.get(name);
        if (value == null) throw new IllegalArgumentException("the timer lacks " + name);
        return value.toString();
    }
}
