package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.customers.shown.Tables.SHOWN_SAME_CUSTOMER;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.FirstQueue;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.customers.CustomerGroups.Group;
import nl.hartslag.platform.database.Batches;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Customers who begin a conversation: each gets one, with a case, a contact that waits and a promise. In a rush many at once. */
@Component
class Starting {
    /** A new contact of the same customer within this time is a repeat; what we began ourselves is none. */
    static final Duration REPEATS_WITHIN = Duration.ofDays(7);

    private final Beginning beginning;
    private final DSLContext db;
    private final Conversations conversations;
    private final Promises promises;
    private final Solutions solutions;
    private final FirstQueue firstQueue;
    private final ReasonWords words;
    private final CustomerGroups customerGroups;
    private final MessageEvents messages;
    private final ApplicationEventPublisher events;

    Starting(
            Beginning beginning,
            DSLContext db,
            Conversations conversations,
            Promises promises,
            Solutions solutions,
            FirstQueue firstQueue,
            ReasonWords words,
            CustomerGroups customerGroups,
            MessageEvents messages,
            ApplicationEventPublisher events) {
        this.beginning = beginning;
        this.db = db;
        this.conversations = conversations;
        this.promises = promises;
        this.solutions = solutions;
        this.firstQueue = firstQueue;
        this.words = words;
        this.customerGroups = customerGroups;
        this.messages = messages;
        this.events = events;
    }

    private record Start(
            InboundMessage in, CasesRecord newCase, ConversationRecord conversation, ContactRecord contact, MessageRecord message) {
        Received received() {
            return new Received(
                    new ConversationId(conversation.getId()),
                    new CaseId(newCase.getId()),
                    new ContactId(contact.getId()),
                    new MessageId(message.getId()),
                    message.getSeq(),
                    true,
                    false);
        }
    }

    List<Received> start(List<InboundMessage> all) {
        if (all.stream().anyMatch(in -> in.conversation().isPresent())) throw new IllegalArgumentException("goes on with a conversation");
        Set<UUID> known = contactedBefore(all);
        Map<CustomerId, Group> groups = customerGroups.of(all.stream().map(InboundMessage::customer).toList());
        List<Start> starts = all.stream().map(in -> rows(in, groups.get(in.customer()))).toList();
        store(starts);
        starts.forEach(start -> {
            events.publishEvent(InboundRows.opened(start.in, start.contact, !known.add(start.in.customer().value())));
            messages.written(start.conversation, start.message);
        });
        List<ContactRecord> waiting = starts.stream().filter(start -> !start.in.automatic()).map(Start::contact).toList();
        promises.make(waiting);
        solutions.begin(waiting);
        return starts.stream().map(Start::received).toList();
    }

    private Start rows(InboundMessage in, @Nullable Group group) {
        CasesRecord newCase = InboundRows.newCase(in);
        ConversationRecord conversation = conversation(in, newCase);
        FirstQueue.Place place = firstQueue.of(in.brand(), in.channel(), in.medium(), in.address(), in.reason());
        ContactRecord contact = InboundRows.contact(in, conversation.getId(), newCase.getId(), place, beginning.of(group, in.reason()));
        words.write(contact, in.reason().orElse(null));
        MessageRecord message = InboundRows.message(in, contact);
        message.setConversationId(conversation.getId());
        message.setBrandId(in.brand().value());
        message.setSeq(conversation.getLastSeq());
        return new Start(in, newCase, conversation, contact, message);
    }

    private static ConversationRecord conversation(InboundMessage in, CasesRecord newCase) {
        ConversationRecord conversation = new ConversationRecord();
        conversation.setId(Uuid7.next());
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
        return conversation;
    }

    private void store(List<Start> starts) {
        Batches.insert(db, starts.stream().map(Start::newCase).toList());
        Batches.insert(db, starts.stream().map(Start::conversation).toList());
        Batches.insert(db, starts.stream().map(Start::contact).toList());
        Batches.insert(db, starts.stream().map(Start::message).toList());
        conversations.addParticipants(starts.stream()
                .flatMap(start -> Conversations.participants(start.conversation.getId(), start.in, Recipients.CUSTOMER))
                .toList());
        conversations.attach(starts.stream()
                .flatMap(start -> Conversations.attachments(start.message, start.in.attachments()))
                .toList());
    }

    private Set<UUID> contactedBefore(List<InboundMessage> all) {
        UUID[] customers = all.stream().map(in -> in.customer().value()).distinct().toArray(UUID[]::new);
        Instant earliest = all.stream().map(InboundMessage::at).min(Comparator.naturalOrder()).orElseThrow();
        return new HashSet<>(db.selectDistinct(SHOWN_SAME_CUSTOMER.CUSTOMER_ID)
                .from(SHOWN_SAME_CUSTOMER)
                .join(CONTACT).on(CONTACT.CUSTOMER_ID.eq(SHOWN_SAME_CUSTOMER.CARD_ID))
                .where(SHOWN_SAME_CUSTOMER.CUSTOMER_ID.eq(DSL.any(customers)))
                .and(CONTACT.KIND.eq("inbound"))
                .and(CONTACT.OPENED_AT.gt(earliest.minus(REPEATS_WITHIN)))
                .fetchSet(SHOWN_SAME_CUSTOMER.CUSTOMER_ID));
    }
}
