package nl.hartslag.feedback;

import java.time.Instant;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ResponseId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a customer with where it came from.
 *
 * @param subject what the case was about
 * @param user    who handled it
 */
public record ResponseView(
        ResponseId id,
        BrandId brand,
        int score,
        @Nullable String why,
        @Nullable Emotion emotion,
        Instant answeredAt,
        @Nullable Instant changedAt,
        String channel,
        @Nullable QueueId queue,
        @Nullable TeamId team,
        @Nullable UserId user,
        @Nullable String country,
        ConversationId conversation,
        CaseId caseId,
        long caseNumber,
        String subject) {}
