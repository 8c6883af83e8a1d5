package nl.hartslag.feedback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One solved case of the past, whether its customer was asked, and what he answered.
 *
 * @param probability with which it was drawn, if known
 * @param invitation  present exactly when the outcome is {@code SAMPLED}
 */
public record PastAsking(
        BrandId brand,
        Optional<PartnerId> partner,
        CaseId caseId,
        Instant solvedAt,
        @Nullable CustomerId customer,
        @Nullable QueueId queue,
        AskingOutcome outcome,
        @Nullable Double probability,
        Optional<Invitation> invitation) {
    public PastAsking {
        if (invitation.isPresent() != (outcome == AskingOutcome.SAMPLED)) {
            throw new IllegalArgumentException("an invitation belongs to SAMPLED, and to nothing else");
        }
        if (invitation.isPresent() && customer == null) throw new IllegalArgumentException("nobody was invited");
    }

    /** @param country two capital letters, if known; @param language {@code nl} or {@code en} */
    public record Invitation(
            ContactId contact,
            ConversationId conversation,
            @Nullable UserId user,
            @Nullable TeamId team,
            String channel,
            @Nullable String country,
            String language,
            Instant sentAt,
            Optional<Answer> answer) {}

    /** @param score 0 to 10; @param followUp only for a score of 6 or less */
    public record Answer(
            int score, @Nullable String why, @Nullable Emotion emotion, Instant answeredAt, Optional<FollowUp> followUp) {}

    /** Open when there is no outcome; late when it is open and its due time has passed. */
    @Schema(name = "PastFollowUp")
    public record FollowUp(
            @Nullable UserId owner,
            Instant dueAt,
            @Nullable FollowUpOutcome outcome,
            @Nullable String note,
            @Nullable Instant doneAt) {}
}
