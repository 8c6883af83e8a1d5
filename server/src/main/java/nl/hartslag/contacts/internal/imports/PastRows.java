package nl.hartslag.contacts.internal.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.hartslag.contacts.ContactsImport.PastCase;
import nl.hartslag.contacts.ContactsImport.PastContact;
import nl.hartslag.contacts.ContactsImport.PastConversation;
import nl.hartslag.contacts.ContactsImport.PastGiven;
import nl.hartslag.contacts.ContactsImport.PastMessage;
import nl.hartslag.contacts.ContactsImport.PastPromise;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseRules.Rule;
import nl.hartslag.contacts.internal.ReasonWords;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.ParticipantRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import nl.hartslag.contacts.internal.rules.RuleChoice;
import nl.hartslag.contacts.internal.rules.RuleChoice.Facts;
import nl.hartslag.shared.Id;
import nl.hartslag.shared.Uuid7;
import org.jspecify.annotations.Nullable;

/** The rows that past cases come down to. */
class PastRows {
    final List<CasesRecord> cases = new ArrayList<>();
    final List<ConversationRecord> conversations = new ArrayList<>();
    final List<ParticipantRecord> participants = new ArrayList<>();
    final List<ContactRecord> contacts = new ArrayList<>();
    final List<MessageRecord> messages = new ArrayList<>();
    final List<PromiseRecord> promises = new ArrayList<>();

    private final List<Rule> rules;
    private final ReasonWords words;

    /** @param rules by which the answers of then were promised */
    PastRows(List<PastCase> past, List<Rule> rules, ReasonWords words) {
        this.rules = rules;
        this.words = words;
        past.forEach(this::add);
    }

    private void add(PastCase past) {
        CasesRecord row = new CasesRecord();
        row.setId(past.id().value());
        row.setBrandId(past.brand().value());
        row.setCustomerId(past.customer().value());
        row.setSubject(past.subject());
        row.setState(past.solvedAt() == null ? "waiting_for_customer" : "solved");
        row.setOpenedAt(past.openedAt());
        row.setSolvedAt(past.solvedAt());
        row.setSolvedBy(value(past.solvedBy()));
        row.setContacts(past.conversations().stream().mapToInt(each -> each.contacts().size()).sum());
        cases.add(row);
        past.conversations().forEach(conversation -> add(past, conversation));
    }

    private void add(PastCase past, PastConversation conversation) {
        Instant lastMessageAt = conversation.messages().getLast().at();
        int lastSeq = conversation.messages().size();
        ConversationRecord row = new ConversationRecord();
        row.setId(conversation.id().value());
        row.setBrandId(past.brand().value());
        row.setCustomerId(past.customer().value());
        row.setCaseId(past.id().value());
        row.setChannel(conversation.channel());
        row.setSubject(conversation.subject());
        row.setLanguage(conversation.language());
        row.setSenderProven(conversation.senderProven());
        row.setStartedAt(conversation.messages().getFirst().at());
        row.setLastSeq(lastSeq);
        row.setLastMessageAt(lastMessageAt);
        row.setCustomerReadSeq(lastSeq);
        row.setAgentReadSeq(lastSeq);
        conversations.add(row);
        for (String address : conversation.participants()) {
            ParticipantRecord participant = new ParticipantRecord();
            participant.setConversationId(conversation.id().value());
            participant.setAddress(address);
            participant.setRole("customer");
            participants.add(participant);
        }
        conversation.contacts().forEach(contact -> add(past, conversation, contact));
        for (int i = 0; i < lastSeq; i++) add(past, conversation, conversation.messages().get(i), i + 1);
    }

    private void add(PastCase past, PastConversation conversation, PastContact contact) {
        ContactRecord row = new ContactRecord();
        row.setId(contact.id().value());
        row.setConversationId(conversation.id().value());
        row.setCaseId(past.id().value());
        row.setBrandId(past.brand().value());
        row.setPartnerId(contact.partner().map(Id::value).orElse(null));
        row.setCustomerId(past.customer().value());
        row.setChannel(conversation.channel());
        row.setMedium(conversation.medium());
        row.setQueueId(value(contact.queue()));
        words.write(row, contact.reason());
        row.setCauseDepartmentId(value(contact.cause()));
        row.setCauseProcessId(value(contact.process()));
        row.setResult(contact.result().name().toLowerCase(Locale.ROOT));
        row.setState("ended");
        row.setAssignedTo(contact.endedBy().value());
        row.setAssignedAt(contact.assignedAt());
        row.setOpenedAt(contact.openedAt());
        row.setFirstAnswerAt(contact.firstAnswerAt());
        row.setFirstAnswerBy(contact.firstAnswerAt() == null ? null : contact.endedBy().value());
        row.setEndedAt(contact.endedAt());
        row.setEndedBy(contact.endedBy().value());
        contacts.add(row);
        contact.answerPromise().ifPresent(promise -> add(past, conversation, contact, promise));
        contact.given().forEach(promise -> add(past, conversation, contact, promise));
    }

    private void add(PastCase past, PastConversation conversation, PastContact contact, PastGiven promise) {
        boolean late = promise.settledAt().isAfter(promise.dueAt());
        PromiseRecord row = new PromiseRecord();
        row.setId(Uuid7.at(promise.madeAt()));
        row.setBrandId(past.brand().value());
        row.setContactId(contact.id().value());
        row.setCaseId(past.id().value());
        row.setConversationId(conversation.id().value());
        row.setKind("agent");
        row.setAct(promise.act().name().toLowerCase(Locale.ROOT));
        row.setWords(promise.words());
        row.setOwnerId(promise.owner().value());
        row.setMadeBy(promise.owner().value());
        row.setMadeAt(promise.madeAt());
        row.setDueAt(promise.dueAt());
        row.setRemindAt(promise.dueAt());
        row.setLateAt(late ? promise.dueAt() : null);
        row.setTold(true);
        row.setMoved(0);
        row.setState(promise.broken() != null ? "broken" : late ? "kept_late" : "kept");
        row.setSettledAt(promise.settledAt());
        row.setSettledBy(promise.owner().value());
        row.setWhy(promise.broken());
        promises.add(row);
    }

    private void add(PastCase past, PastConversation conversation, PastContact contact, PastPromise promise) {
        PromiseRecord row = new PromiseRecord();
        row.setId(Uuid7.at(contact.openedAt()));
        row.setBrandId(past.brand().value());
        row.setContactId(contact.id().value());
        row.setCaseId(past.id().value());
        row.setKind("answer");
        row.setStep("first");
        row.setRuleId(RuleChoice.choose(rules, new Facts(past.brand(), conversation.channel(), Optional.ofNullable(contact.queue()), Priority.NORMAL, Optional.empty()))
                .filter(rule -> rule.terms().first().isPresent())
                .map(rule -> rule.id().value())
                .orElse(null));
        row.setMadeAt(contact.openedAt());
        row.setDueAt(promise.dueAt());
        row.setMoved(0);
        row.setTold(true);
        row.setState(promise.keptAt().isAfter(promise.dueAt()) ? "kept_late" : "kept");
        row.setSettledAt(promise.keptAt());
        promises.add(row);
    }

    private void add(PastCase past, PastConversation conversation, PastMessage message, int seq) {
        MessageRecord row = new MessageRecord();
        row.setId(message.id().value());
        row.setConversationId(conversation.id().value());
        row.setBrandId(past.brand().value());
        row.setContactId(value(message.contact()));
        row.setSeq(seq);
        row.setDirection(message.direction());
        row.setAuthorKind(message.author() != null ? "user" : message.direction().equals("in") ? "customer" : "system");
        row.setAuthorId(value(message.author()));
        row.setAuthorName(message.authorName());
        row.setAt(message.at());
        row.setText(message.text());
        row.setAutomatic(message.author() == null && !message.direction().equals("in"));
        row.setPurpose(message.purpose());
        row.setExternalId(message.externalId());
        row.setDelivery(message.direction().equals("out") ? "delivered" : "none");
        messages.add(row);
    }

    private static java.util.@Nullable UUID value(@Nullable Id id) {
        return id == null ? null : id.value();
    }
}
