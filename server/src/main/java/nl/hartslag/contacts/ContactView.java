package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.contacts.ForWhom.Person;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A contact as others may see it.
 *
 * @param state       {@code waiting}, {@code assigned} or {@code ended}
 * @param spans       in a history: who came for whom, where the case is for somebody else than its customer
 * @param comesBackAt when the case comes back as work; absent when it does not, or did already
 */
public record ContactView(
        ContactId id,
        ConversationId conversation,
        CaseId caseId,
        long caseNumber,
        CaseState caseState,
        BrandId brand,
        Optional<PartnerId> partner,
        @Nullable CustomerId customer,
        String channel,
        String medium,
        String kind,
        String subject,
        @Nullable QueueId queue,
        @Nullable ReasonId reason,
        @Nullable DepartmentId cause,
        @Nullable ProcessId process,
        @Nullable Result result,
        String state,
        @Nullable UserId assignedTo,
        Instant openedAt,
        @Nullable Instant waitingSince,
        @Nullable Instant firstAnswerAt,
        @Nullable Instant endedAt,
        @Nullable UserId endedBy,
        @Nullable Instant comesBackAt,
        Priority priority,
        @Nullable Spans spans) {
    public ContactView with(@Nullable Spans who) {
        return new ContactView(id, conversation, caseId, caseNumber, caseState, brand, partner, customer, channel, medium, kind, subject, queue, reason, cause,
                process, result, state, assignedTo, openedAt, waitingSince, firstAnswerAt, endedAt, endedBy, comesBackAt, priority, who);
    }

    /** @param customer who came */
    @Schema(name = "ContactSpans")
    public record Spans(Person customer, Person forWhom) {}
}
