package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.customers.shown.Tables.SHOWN_SAME_CUSTOMER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.RecipientsChanged;
import nl.hartslag.contacts.FirstQueue;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Places what a customer wrote in his conversation: in the open contact, in a new one, or (when it asks for nothing) in none. */
@Component
class Receiving {
    /** A case solved longer ago than this is not reopened; the customer starts a new one. */
    static final Duration REOPENS_WITHIN = Duration.ofDays(14);
    /** With these the customer sits waiting at the other end. */
    private static final Set<String> LIVE = Set.of("chat", "call");

    private final Beginning beginning;
    private final DSLContext db;
    private final Conversations conversations;
    private final Starting starting;
    private final Promises promises;
    private final Solutions solutions;
    private final Reopening reopening;
    private final FirstQueue firstQueue;
    private final ReasonWords words;
    private final CustomerGroups customerGroups;
    private final MessageEvents messages;
    private final ApplicationEventPublisher events;

    Receiving(
            Beginning beginning,
            DSLContext db,
            Conversations conversations,
            Starting starting,
            Promises promises,
            Solutions solutions,
            Reopening reopening,
            FirstQueue firstQueue,
            ReasonWords words,
            CustomerGroups customerGroups,
            MessageEvents messages,
            ApplicationEventPublisher events) {
        this.beginning = beginning;
        this.db = db;
        this.conversations = conversations;
        this.starting = starting;
        this.promises = promises;
        this.solutions = solutions;
        this.reopening = reopening;
        this.firstQueue = firstQueue;
        this.words = words;
        this.customerGroups = customerGroups;
        this.messages = messages;
        this.events = events;
    }

    Received receive(InboundMessage in) {
        if (in.conversation().isEmpty()) return starting.start(List.of(in)).getFirst();
        ConversationRecord conversation = conversations.lock(in.conversation().get());
        if (!conversation.getBrandId().equals(in.brand().value())) throw Problem.notFound("contacts");
        Optional<MessageRecord> known = conversations.byClientKey(in.conversation().get(), in.clientKey());
        if (known.isPresent()) return again(conversation, known.get());
        // nothing is added to what was erased, not even by whoever has its address
        if (conversation.getErasedAt() != null) return starting.start(List.of(in.anew())).getFirst();
        return place(in, conversation);
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

    private Received place(InboundMessage in, ConversationRecord conversation) {
        ConversationId id = new ConversationId(conversation.getId());
        // who else writes along is no customer of this conversation, and his proof says nothing about the customer
        boolean himself = in.customer().value().equals(conversation.getCustomerId()) || conversations.isOfCustomer(id, in);
        conversations.addParticipants(
                Conversations.participants(id.value(), in, himself ? Recipients.CUSTOMER : Recipients.CC).toList());
        if (in.participants().size() > 1) events.publishEvent(new RecipientsChanged(id, in.brand(), in.at()));
        if (himself) conversation.setSenderProven(in.senderProven());
        if (conversation.getLanguage() == null) conversation.setLanguage(in.language());
        Optional<ContactRecord> open = conversations.openContact(id);
        boolean asks = !in.automatic() && (open.isPresent() || !MereThanks.is(in.text()));
        boolean opens = open.isEmpty() && asks;
        ContactRecord contact = opens ? open(in, conversation) : open.orElse(null);
        MessageRecord message = InboundRows.message(in, contact);
        conversations.append(conversation, message, in.attachments());
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

    /** @return the contact, which is a repeat unless the customer answers a question of ours */
    private ContactRecord open(InboundMessage in, ConversationRecord conversation) {
        UUID before = conversation.getCaseId();
        boolean answersUs = continueCase(conversation, in);
        if (before.equals(conversation.getCaseId())) onceMore(before);
        boolean repeat = !answersUs || contactedBefore(in);
        // whoever sits waiting may leave before anybody helps him, and then comes back as was planned
        if (!LIVE.contains(in.medium())) conversations.cameBack(conversation.getId());
        FirstQueue.Place place = firstQueue.of(in.brand(), in.channel(), in.medium(), in.address(), in.reason());
        ContactRecord contact = InboundRows.contact(in, conversation.getId(), conversation.getCaseId(), place,
                beginning.of(customerGroups.of(List.of(in.customer())).get(in.customer()), in.reason()));
        words.write(contact, in.reason().orElse(null));
        conversations.lastContact(new ConversationId(conversation.getId()))
                .filter(last -> last.getCaseId().equals(contact.getCaseId()))
                .ifPresent(last -> contact.setPriority(last.getPriority()));
        contact.attach(db.configuration());
        contact.insert();
        events.publishEvent(InboundRows.opened(in, contact, repeat));
        return contact;
    }

    private boolean contactedBefore(InboundMessage in) {
        return db.fetchExists(CONTACT, CONTACT.CUSTOMER_ID.in(DSL.select(SHOWN_SAME_CUSTOMER.CARD_ID).from(SHOWN_SAME_CUSTOMER).where(SHOWN_SAME_CUSTOMER.CUSTOMER_ID.eq(in.customer().value())))
                .and(CONTACT.KIND.eq("inbound"))
                .and(CONTACT.OPENED_AT.gt(in.at().minus(Starting.REPEATS_WITHIN))));
    }

    /** Reopens the conversation's case, or begins a new one. @return whether the customer answers a question of ours */
    private boolean continueCase(ConversationRecord conversation, InboundMessage in) {
        CasesRecord current = db.selectFrom(CASES)
                .where(CASES.ID.eq(conversation.getCaseId()))
                .forNoKeyUpdate()
                .fetchSingle();
        boolean answersUs = current.getState().equals("waiting_for_customer");
        Instant solvedAt = current.getSolvedAt();
        if (current.getState().equals("solved") && solvedAt != null && solvedAt.plus(REOPENS_WITHIN).isBefore(in.at())) {
            CasesRecord fresh = InboundRows.newCase(in);
            fresh.attach(db.configuration());
            fresh.insert();
            conversation.setCaseId(fresh.getId());
            return false;
        }
        reopening.open(current, conversation, in.at());
        return answersUs;
    }

    private void onceMore(UUID caseId) {
        db.update(CASES).set(CASES.CONTACTS, CASES.CONTACTS.plus(1)).where(CASES.ID.eq(caseId)).execute();
    }

    private void customerWaits(ContactRecord contact, Instant since, boolean fresh) {
        if (contact.getWaitingSince() == null) {
            contact.setWaitingSince(since);
            contact.setVersion(contact.getVersion() + 1);
            contact.update();
        }
        if (fresh) {
            promises.make(contact, since);
            solutions.customerWaits(contact, since);
        } else {
            promises.customerWaits(contact, since);
        }
    }
}
