package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.CaseReopened;
import nl.hartslag.contacts.ContactEvent.ContactOpened;
import nl.hartslag.contacts.FirstQueue;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Places what a customer wrote: in the open contact, in a new one, or (when it asks for nothing) in none. */
@Component
class Receiving {
    /** A case solved longer ago than this is not reopened; the customer starts a new one. */
    static final Duration REOPENS_WITHIN = Duration.ofDays(14);
    /** A new contact of the same customer within this time is a repeat. */
    static final Duration REPEATS_WITHIN = Duration.ofDays(7);

    private final DSLContext db;
    private final Conversations conversations;
    private final Promises promises;
    private final FirstQueue firstQueue;
    private final MessageEvents messages;
    private final ApplicationEventPublisher events;

    Receiving(
            DSLContext db,
            Conversations conversations,
            Promises promises,
            FirstQueue firstQueue,
            MessageEvents messages,
            ApplicationEventPublisher events) {
        this.db = db;
        this.conversations = conversations;
        this.promises = promises;
        this.firstQueue = firstQueue;
        this.messages = messages;
        this.events = events;
    }

    Received receive(InboundMessage in) {
        if (in.conversation().isEmpty()) return place(in, start(in), true);
        ConversationRecord conversation = conversations.lock(in.conversation().get());
        if (!conversation.getBrandId().equals(in.brand().value())) throw Problem.notFound("contacts");
        Optional<MessageRecord> known = conversations.byClientKey(in.conversation().get(), in.clientKey());
        return known.map(message -> again(conversation, message)).orElseGet(() -> place(in, conversation, false));
    }

    private static Received again(ConversationRecord conversation, MessageRecord message) {
        return new Received(
                new ConversationId(conversation.getId()),
                new CaseId(conversation.getCaseId()),
                message.getContactId() == null ? null : new ContactId(message.getContactId()),
                new MessageId(message.getId()),
                message.getSeq(),
                false,
                true);
    }

    private Received place(InboundMessage in, ConversationRecord conversation, boolean started) {
        ConversationId id = new ConversationId(conversation.getId());
        // who else writes along is no customer of this conversation, and his proof says nothing about the customer
        boolean himself = in.customer().value().equals(conversation.getCustomerId());
        conversations.addParticipants(id, in.participants().stream().limit(1).toList(), himself ? "customer" : "cc");
        conversations.addParticipants(id, in.participants().stream().skip(1).toList(), "cc");
        if (!started && in.senderProven() && himself) conversation.setSenderProven(true);
        if (!started && conversation.getLanguage() == null) conversation.setLanguage(in.language());
        Optional<ContactRecord> open = started ? Optional.empty() : conversations.openContact(id);
        boolean asks = !in.automatic() && (started || open.isPresent() || !MereThanks.is(in.text()));
        boolean opens = open.isEmpty() && (asks || started);
        UUID before = conversation.getCaseId();
        boolean answersUs = opens && !started && continueCase(conversation, in);
        if (opens && !started && before.equals(conversation.getCaseId())) onceMore(before);
        if (opens && !started) conversations.cameBack(conversation);
        ContactRecord contact = opens ? open(in, conversation, !started && !answersUs) : open.orElse(null);
        MessageRecord message = message(in, contact);
        if (started) conversations.begin(conversation, message, in.attachments());
        else conversations.append(conversation, message, in.attachments());
        messages.written(conversation, message);
        if (contact != null && asks) customerWaits(contact, in.at(), opens);
        return new Received(
                id,
                new CaseId(conversation.getCaseId()),
                contact == null ? null : new ContactId(contact.getId()),
                new MessageId(message.getId()),
                message.getSeq(),
                opens,
                false);
    }

    private ConversationRecord start(InboundMessage in) {
        CasesRecord newCase = newCase(in);
        ConversationRecord conversation = db.newRecord(CONVERSATION);
        conversation.setId(in.conversation().map(ConversationId::value).orElseGet(Uuid7::next));
        conversation.setBrandId(in.brand().value());
        conversation.setCustomerId(in.customer().value());
        conversation.setCaseId(newCase.getId());
        conversation.setChannel(in.channel());
        conversation.setAccountId(Rows.value(in.account()));
        conversation.setSubject(in.subject());
        conversation.setLanguage(in.language());
        conversation.setSenderProven(in.senderProven());
        conversation.setStartedAt(in.at());
        conversation.setLastSeq(1);
        conversation.setLastMessageAt(in.at());
        conversation.insert();
        return conversation;
    }

    private CasesRecord newCase(InboundMessage in) {
        CasesRecord row = db.newRecord(CASES);
        row.setId(Uuid7.next());
        row.setBrandId(in.brand().value());
        row.setCustomerId(in.customer().value());
        row.setSubject(in.subject());
        row.setState("open");
        row.setContacts(1);
        row.setOpenedAt(in.at());
        row.insert();
        return row;
    }

    /** Reopens the conversation's case, or begins a new one. @return whether the customer answers a question of ours */
    private boolean continueCase(ConversationRecord conversation, InboundMessage in) {
        CasesRecord current = db.selectFrom(CASES)
                .where(CASES.ID.eq(conversation.getCaseId()))
                .forUpdate()
                .fetchSingle();
        boolean answersUs = current.getState().equals("waiting_for_customer");
        Instant solvedAt = current.getSolvedAt();
        if (current.getState().equals("solved") && solvedAt != null && solvedAt.plus(REOPENS_WITHIN).isBefore(in.at())) {
            conversation.setCaseId(newCase(in).getId());
            return false;
        }
        if (current.getState().equals("solved")) {
            current.setReopened(current.getReopened() + 1);
            current.setSolvedAt(null);
            current.setSolvedBy(null);
            events.publishEvent(new CaseReopened(
                    new CaseId(current.getId()), new ConversationId(conversation.getId()), in.brand(), in.at()));
        }
        current.setState("open");
        current.update();
        return answersUs;
    }

    private void onceMore(UUID caseId) {
        db.update(CASES).set(CASES.CONTACTS, CASES.CONTACTS.plus(1)).where(CASES.ID.eq(caseId)).execute();
    }

    private ContactRecord open(InboundMessage in, ConversationRecord conversation, boolean sameConversation) {
        boolean repeat = sameConversation || contactedBefore(in);
        FirstQueue.Place place = firstQueue.of(in.brand(), in.channel(), in.medium(), in.address(), in.reason());
        ContactRecord contact = db.newRecord(CONTACT);
        contact.setId(Uuid7.next());
        contact.setConversationId(conversation.getId());
        contact.setCaseId(conversation.getCaseId());
        contact.setBrandId(in.brand().value());
        contact.setCustomerId(in.customer().value());
        contact.setChannel(in.channel());
        contact.setMedium(in.medium());
        contact.setKind("inbound");
        contact.setQueueId(place.queue().value());
        contact.setPartnerId(place.partner().map(PartnerId::value).orElse(null));
        contact.setReasonId(in.reason().map(reason -> reason.value()).orElse(null));
        contact.setState("waiting");
        contact.setOpenedAt(in.at());
        contact.setWaitingSince(in.at());
        contact.insert();
        events.publishEvent(new ContactOpened(
                new ContactId(contact.getId()),
                new ConversationId(conversation.getId()),
                new CaseId(conversation.getCaseId()),
                in.brand(),
                in.customer(),
                in.channel(),
                in.medium(),
                place.queue(),
                in.subject(),
                repeat,
                in.at()));
        return contact;
    }

    private boolean contactedBefore(InboundMessage in) {
        return db.fetchExists(CONTACT, CONTACT.CUSTOMER_ID.eq(in.customer().value())
                .and(CONTACT.OPENED_AT.gt(in.at().minus(REPEATS_WITHIN))));
    }

    private void customerWaits(ContactRecord contact, Instant since, boolean fresh) {
        if (contact.getWaitingSince() == null) {
            contact.setWaitingSince(since);
            contact.setVersion(contact.getVersion() + 1);
            contact.update();
        }
        if (fresh) promises.make(contact, since);
        else promises.customerWaits(contact, since);
    }

    private MessageRecord message(InboundMessage in, @Nullable ContactRecord contact) {
        MessageRecord message = db.newRecord(MESSAGE);
        message.setId(Uuid7.next());
        message.setContactId(contact == null ? null : contact.getId());
        message.setDirection("in");
        message.setAuthorKind("customer");
        message.setAuthorId(in.customer().value());
        message.setAuthorName(in.customerName());
        message.setAt(in.at());
        message.setText(in.text());
        message.setFoldedText(in.foldedText());
        message.setHtml(in.html());
        message.setFoldedHtml(in.foldedHtml());
        message.setRemoteImages(in.remoteImages());
        message.setAutomatic(in.automatic());
        message.setExternalId(in.externalId());
        message.setClientKey(in.clientKey());
        message.setEnvelopeId(Rows.value(in.envelope()));
        return message;
    }
}
