package nl.hartslag.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Stores work that was done elsewhere or earlier, as it was: no news is published, no timer runs, nothing leaves; only
 * read models hear of it ({@link PastWorkStored}). The
 * caller makes the ids ({@code Uuid7.at}), so that others can refer to what is imported. An id that is there already
 * fails, and with it the whole batch.
 */
public interface ContactsImport {
    /** Stores cases with all that belongs to them, in one transaction. Case numbers are given in the order of the list. */
    void store(List<PastCase> cases);

    /** @param solvedAt absent for a case that was left open */
    record PastCase(
            CaseId id,
            BrandId brand,
            CustomerId customer,
            String subject,
            Instant openedAt,
            @Nullable Instant solvedAt,
            @Nullable UserId solvedBy,
            List<PastConversation> conversations) {}

    /** @param participants addresses on the customer's side */
    record PastConversation(
            ConversationId id,
            String channel,
            String medium,
            String subject,
            @Nullable String language,
            boolean senderProven,
            List<String> participants,
            List<PastContact> contacts,
            List<PastMessage> messages) {}

    /** An ended contact. */
    record PastContact(
            ContactId id,
            Optional<PartnerId> partner,
            @Nullable QueueId queue,
            @Nullable ReasonId reason,
            @Nullable DepartmentId cause,
            @Nullable ProcessId process,
            Result result,
            Instant openedAt,
            Instant assignedAt,
            @Nullable Instant firstAnswerAt,
            Instant endedAt,
            UserId endedBy,
            Optional<PastPromise> answerPromise,
            List<PastGiven> given) {}

    /** A promise to answer that was kept, in time or late. */
    record PastPromise(Instant dueAt, Instant keptAt) {}

    /**
     * What a person promised, and what came of it.
     *
     * @param words as the customer was told
     * @param broken why it was not kept; absent when it was, in time or late
     */
    record PastGiven(Act act, String words, UserId owner, Instant madeAt, Instant dueAt, Instant settledAt, @Nullable String broken) {}

    /**
     * @param direction {@code in}, {@code out} or {@code note}; numbered in the order of the list
     * @param author    absent when the customer or the system wrote it
     */
    record PastMessage(
            MessageId id,
            @Nullable ContactId contact,
            String direction,
            @Nullable UserId author,
            String authorName,
            Instant at,
            String text,
            String purpose,
            @Nullable String externalId) {}
}
