package nl.hartslag.contacts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UploadId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** The door of contacts: everything that happens between a customer's first word and "solved". */
public interface Contacts {
    // ---- from the channels

    /**
     * Places a customer's message: opens a contact (and a case) or joins the open one. The same {@code clientKey} in the
     * same conversation is placed once; the second time the first outcome comes back, marked as duplicate.
     */
    Received receive(InboundMessage message);

    /** The same for several that each begin a conversation, in this order; in far fewer statements than one by one. */
    List<Received> start(List<InboundMessage> messages);

    /** Conversations in which one of these messages occurs, by the provider's id or ours, newest message first. */
    List<ThreadHit> threads(List<String> externalIds, List<MessageId> messages);

    Optional<ThreadHit> thread(ConversationId id);

    /**
     * The conversation of a message, which is not erased until this transaction ends; empty when its content was erased. For whoever keeps a copy
     * of it: what is kept then is found by an erasure that comes later.
     */
    Optional<ConversationId> keeps(MessageId message);

    /** What became of a message that left; states only move forward. */
    void delivery(MessageId message, Delivery state, @Nullable String detail);

    /** Sets the id under which the channel knows a message that left. */
    void externalId(MessageId message, String externalId);

    Optional<MessageId> outgoingByExternalId(String externalId);

    /** The customer has seen messages up to this one. */
    void customerRead(ConversationId conversation, int seq);

    /** The customer is typing; news only, nothing is kept. */
    void customerTyping(ConversationId conversation);

    /**
     * The customer ended the conversation, or left it in silence: noted in the thread. A contact that still waits for a
     * person ends as {@code ContactAbandoned}; one that a person handles stays his until wrap-up. Harmless when repeated.
     */
    void customerLeft(ConversationId conversation, Leaving how);

    // ---- by people

    /**
     * Answers the customer. Refused with {@code contacts/answered-meanwhile} when a colleague answered after
     * {@code seenSeq}, and in mail with {@code contacts/customer-wrote-meanwhile} when the customer did, unless confirmed.
     */
    Written reply(Access access, ConversationId conversation, Reply reply);

    /**
     * Lets somebody besides the customer who stands in the conversation get its answers, or no longer.
     *
     * @throws nl.hartslag.platform.problem.Problem field {@code address} when it does not stand there, or is the customer's own
     */
    void recipient(Access access, ConversationId conversation, String address, boolean getsAnswers);

    Written note(Access access, ConversationId conversation, String text, String clientKey);

    /** Takes the contact, if it waits; refused with {@code contacts/taken} when a colleague was first. */
    void take(Access access, ContactId contact);

    /**
     * Takes up again what nobody has in hand: the conversation gets a contact of this person, and its case is open. Refused with {@code contacts/taken}
     * when a colleague has it, and with {@code contacts/erased} when its content was erased. Harmless when he has it himself.
     */
    ContactId pickUp(Access access, ConversationId conversation);

    /** Changes what is registered during the conversation; null leaves a field as it is. */
    void register(Access access, ContactId contact, Registration registration);

    /**
     * Ends the contact; the case is solved, waits for the customer, or stays open until it comes back. It stays open as well while
     * another contact of it is not ended: the last one decides. Refused with
     * {@code contacts/customer-wrote-meanwhile} when the customer wrote after {@code seenSeq}. Harmless when repeated.
     */
    void wrapUp(Access access, ContactId contact, WrapUp wrapUp);

    /** Back to wait, for a queue or for one person first; routing gives it to that person at once when he is there. */
    /** Gives a contact that has not ended more or less haste; what is promised by rule follows. */
    void prioritise(Access access, ContactId contact, Priority priority);

    void transfer(Access access, ContactId contact, Transfer transfer);

    /** The colleagues who may be given this contact, by name. */
    List<People.User> receivers(Access access, ContactId contact);

    void saveDraft(Access access, ConversationId conversation, Draft draft);

    void discardDraft(Access access, ConversationId conversation, String kind);

    List<Draft> drafts(Access access, ConversationId conversation);

    void read(Access access, ConversationId conversation, int seq);

    /** The person is typing an answer to the customer; news only, nothing is kept. */
    void typing(Access access, ConversationId conversation);

    UploadId upload(String owner, nl.hartslag.shared.BrandId brand, String name, byte[] bytes);

    // ---- by routing (the system decides)

    /** Assigns a waiting contact; false when it no longer waits. One conditional statement decides. */
    boolean assign(ContactId contact, UserId user);

    /** Puts an assigned contact back to wait, as when the person's connection is lost; false when it was not theirs. */
    boolean release(ContactId contact, UserId user, String why);

    /** Sets the queue of a contact that waits. */
    void queued(ContactId contact, QueueId queue, Optional<nl.hartslag.shared.PartnerId> partner);

    // ---- from the system to the customer

    /** Hands a message to the outbox: acknowledgement, invitation, notice. */
    Written post(SystemMessage message);

    /** The same for several, in this order; in far fewer statements than one by one. */
    List<Written> post(List<SystemMessage> messages);

    // ---- reading

    /** @throws nl.hartslag.platform.problem.Problem {@code contacts/not-found}, also when it may not be seen */
    ContactView contact(Access access, ContactId id);

    ContactView contactOf(ContactId id);

    ConversationView conversation(Access access, ConversationId id);

    /** Whether a conversation exists for this person. */
    boolean maySee(Access access, ConversationId id);

    /** Messages before a sequence number (0 = from the end), oldest first. */
    List<MessageView> messages(Access access, ConversationId id, int beforeSeq, int limit);

    /** Messages after a sequence number for the customer himself: no notes, no internal events. */
    List<MessageView> messagesForCustomer(ConversationId id, int afterSeq, int limit);

    /** Earlier contacts of a customer, newest first. */
    Page<ContactView> history(Access access, CustomerId customer, @Nullable String cursor, int limit);

    CaseView caseOf(CaseId id);

    /** The same for this reader: people of a partner know its customer and what it is about as far as their partner takes part. */
    CaseView caseOf(Access access, CaseId id);

    AttachmentContent attachment(Access access, AttachmentId id);

    AttachmentContent attachmentForCustomer(ConversationId conversation, AttachmentId id);

    /** The open promise to answer, if any. */
    Optional<PromiseView> answerPromise(ContactId contact);

    List<PromiseView> promises(CaseId caseId);

    /** Marks the promises to answer as told to the customer. @return those that are open */
    Map<ContactId, PromiseView> promisesTold(Collection<ContactId> contacts);
}
