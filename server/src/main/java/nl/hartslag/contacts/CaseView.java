package nl.hartslag.contacts;

import java.time.Instant;
import nl.hartslag.contacts.ForWhom.Person;
import nl.hartslag.contacts.SubStates.SubStateView;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * @param forWhom  its customer came, when for somebody else
 * @param contacts how many contacts it took so far; one = first contact resolution
 * @param silence  what is done when the customer does not answer, where a rule has to do with it
 * @param notEnded how many contacts of it, in whatever conversation, wait or are in hand
 */
public record CaseView(
        CaseId id,
        long number,
        BrandId brand,
        @Nullable CustomerId customer,
        @Nullable Person forWhom,
        String subject,
        CaseState state,
        CaseStage stage,
        @Nullable SubStateView subState,
        Instant openedAt,
        @Nullable Instant solvedAt,
        int contacts,
        int notEnded,
        Silence.@Nullable OfCase silence) {}
