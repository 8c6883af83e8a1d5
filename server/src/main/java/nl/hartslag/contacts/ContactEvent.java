package nl.hartslag.contacts;

import java.time.Instant;
import java.util.Optional;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What happened in the work; published in the writer's transaction. Listeners get the ids and facts they need, and must
 * bear a repetition.
 */
public sealed interface ContactEvent {
    Instant occurredAt();

    BrandId brand();

    ConversationId conversation();

    /** A customer wants something: routing looks for a person, the promise to answer starts. */
    record ContactOpened(
            ContactId contact,
            ConversationId conversation,
            CaseId caseId,
            BrandId brand,
            CustomerId customer,
            String channel,
            String medium,
            @Nullable String address,
            Optional<ReasonId> reason,
            QueueId queue,
            String subject,
            boolean repeat,
            Instant occurredAt)
            implements ContactEvent {}

    /** A message stands in the conversation, from whomever, in whatever direction. */
    record MessageWritten(
            @Nullable ContactId contact,
            ConversationId conversation,
            BrandId brand,
            MessageId message,
            int seq,
            String direction,
            String authorKind,
            @Nullable UserId author,
            String authorName,
            String preview,
            boolean automatic,
            String purpose,
            String channel,
            Instant occurredAt)
            implements ContactEvent {}

    /** A person answered the customer. @param firstAnswer of this contact */
    record CustomerAnswered(
            ContactId contact,
            ConversationId conversation,
            CaseId caseId,
            BrandId brand,
            UserId user,
            boolean firstAnswer,
            Instant occurredAt)
            implements ContactEvent {}

    /** Somebody gets the answers of this conversation from now on, or no longer. */
    record RecipientsChanged(ConversationId conversation, BrandId brand, Instant occurredAt) implements ContactEvent {}

    record ContactQueued(
            ContactId contact,
            ConversationId conversation,
            BrandId brand,
            QueueId queue,
            Optional<PartnerId> partner,
            Instant occurredAt)
            implements ContactEvent {}

    record ContactAssigned(
            ContactId contact,
            ConversationId conversation,
            BrandId brand,
            @Nullable QueueId queue,
            String medium,
            UserId user,
            Instant occurredAt)
            implements ContactEvent {}

    /** Back to wait. @param preferred the person who should have it, if any */
    record ContactReleased(
            ContactId contact,
            ConversationId conversation,
            BrandId brand,
            @Nullable QueueId queue,
            String medium,
            @Nullable UserId from,
            Optional<UserId> preferred,
            String why,
            Instant occurredAt)
            implements ContactEvent {}

    /** Reason, cause or result was registered or changed. */
    record ContactRegistered(
            ContactId contact,
            ConversationId conversation,
            BrandId brand,
            Registration registration,
            Instant occurredAt)
            implements ContactEvent {}

    record ContactWrappedUp(
            ContactId contact,
            ConversationId conversation,
            CaseId caseId,
            BrandId brand,
            Optional<PartnerId> partner,
            @Nullable CustomerId customer,
            String channel,
            @Nullable QueueId queue,
            UserId user,
            CaseState caseState,
            Registration registration,
            Instant occurredAt)
            implements ContactEvent {}

    /**
     * A conversation belongs to another case, or its case changed by what came, went, or happened in another conversation of it.
     *
     * @param caseId of the conversation as it is now
     * @param by     who did it; absent when the customer did
     */
    record CaseChanged(ConversationId conversation, BrandId brand, CaseId caseId, @Nullable UserId by, Instant occurredAt)
            implements ContactEvent {}

    /**
     * @param contact the last contact of the case; @param handledBy who handled it
     * @param unasked it was solved by rule because the customer did not answer, and his brand does not ask him how it went
     */
    record CaseSolved(
            CaseId caseId,
            ContactId contact,
            ConversationId conversation,
            BrandId brand,
            Optional<PartnerId> partner,
            @Nullable CustomerId customer,
            String channel,
            @Nullable QueueId queue,
            UserId handledBy,
            boolean unasked,
            Instant occurredAt)
            implements ContactEvent {}

    record CaseReopened(CaseId caseId, ConversationId conversation, BrandId brand, Instant occurredAt)
            implements ContactEvent {}

    /** A promise was made, came nearly due or late, was moved, stood still, was kept or withdrawn: the new state. */
    record PromiseChanged(
            ContactId contact, ConversationId conversation, BrandId brand, PromiseView promise, Instant occurredAt)
            implements ContactEvent {}

    record DeliveryChanged(
            ConversationId conversation,
            BrandId brand,
            MessageId message,
            String purpose,
            Delivery delivery,
            @Nullable String detail,
            Instant occurredAt)
            implements ContactEvent {}

    /** Somebody gave a contact more or less haste. */
    record PriorityChanged(
            ContactId contact, ConversationId conversation, BrandId brand, Priority priority, UserId by, String byName, Instant occurredAt)
            implements ContactEvent {}

    /** Somebody has seen messages up to a number. @param user absent when it was the customer */
    record ConversationRead(
            ConversationId conversation, BrandId brand, @Nullable UserId user, int seq, Instant occurredAt)
            implements ContactEvent {}

    /** Somebody is typing. @param user absent when it is the customer; @param name as the other side may see it */
    record Typing(
            ConversationId conversation, BrandId brand, @Nullable UserId user, String name, Instant occurredAt)
            implements ContactEvent {}

    /** What was said in it was erased; its contacts stay as figures. */
    record ContentErased(ConversationId conversation, BrandId brand, Instant occurredAt) implements ContactEvent {}

    /** The customer left before anyone answered: the contact has ended and waits for nobody. */
    record ContactAbandoned(
            ContactId contact,
            ConversationId conversation,
            CaseId caseId,
            BrandId brand,
            @Nullable QueueId queue,
            String channel,
            Instant occurredAt)
            implements ContactEvent {}
}
