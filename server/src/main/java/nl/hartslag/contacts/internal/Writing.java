package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.hartslag.contacts.Addressees;
import nl.hartslag.contacts.ContactEvent.CustomerAnswered;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.Written;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.shared.Visible;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What people write: answers and notes. */
@Component
class Writing {
    private static final int LONGEST = 100_000;
    /** As the composer writes it where a text block has nothing to fill in. */
    private static final Pattern BLANK = Pattern.compile("⟦([^⟦⟧\\n]*)⟧");
    private final DSLContext db;
    private final Conversations conversations;
    private final Scope scope;
    private final Handling handling;
    private final Promises promises;
    private final Uploads uploads;
    private final Drafts drafts;
    private final OutboxTable outbox;
    private final Addressing addressing;
    private final MessageEvents messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Writing(
            DSLContext db,
            Conversations conversations,
            Scope scope,
            Handling handling,
            Promises promises,
            Uploads uploads,
            Drafts drafts,
            OutboxTable outbox,
            Addressing addressing,
            MessageEvents messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.conversations = conversations;
        this.scope = scope;
        this.handling = handling;
        this.promises = promises;
        this.uploads = uploads;
        this.drafts = drafts;
        this.outbox = outbox;
        this.addressing = addressing;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    Written reply(Access access, ConversationId id, Reply reply) {
        ConversationRecord conversation = mayAnswer(access, id, reply);
        Optional<MessageRecord> sent = conversations.byClientKey(id, reply.clientKey());
        if (sent.isPresent()) return written(sent.get());
        Written written = answer(access, conversation, reply);
        drafts.discard(access, id, "reply");
        return written;
    }

    /** The conversation, held until the transaction ends, for whoever may answer in it. */
    ConversationRecord mayAnswer(Access access, ConversationId id, Reply reply) {
        access.require(Permission.CONTACTS_HANDLE);
        checkText(reply.text(), !reply.uploads().isEmpty());
        checkBlanks(reply.text());
        ConversationRecord conversation = conversations.lock(id);
        scope.check(access, conversation);
        addressees(access, conversation, reply);
        return conversation;
    }

    /** Whom he chose for it, who may all get it. */
    Addressees addressees(Access access, ConversationRecord conversation, Reply reply) {
        return addressing.checked(access, conversation, Addressees.orUsual(reply.addressees()));
    }

    /** What would be refused now is not planned either; the contact that waits is taken by whoever plans its answer. */
    void checkPlanned(Access access, ConversationRecord conversation, ContactRecord contact, Reply reply) {
        Conversations.checkStands(conversation);
        checkMeanwhile(access, conversation, contact.getState().equals("ended") ? contact : handling.contactToAnswer(access, conversation), reply);
    }

    /** The caller holds the conversation. What he is writing by now stays as it is. */
    Written answer(Access access, ConversationRecord conversation, Reply reply) {
        Conversations.checkStands(conversation);
        ContactRecord contact = handling.contactToAnswer(access, conversation);
        checkMeanwhile(access, conversation, contact, reply);
        Instant now = clock.instant();
        List<NewAttachment> files = uploads.take(access, reply.uploads());
        MessageRecord message = byUser(access, "out", reply.text(), reply.clientKey(), now);
        message.setContactId(contact.getId());
        message.setDelivery("queued");
        Addressees whom = addressing.above(message, conversation, addressees(access, conversation, reply));
        conversations.append(conversation, message, files);
        outbox.add(conversation, message, addressing.recipients(conversation, whom), now);
        addressing.takePart(conversation, whom);
        answered(access, conversation, contact, message, now);
        return written(message);
    }

    Written note(Access access, ConversationId id, String text, String clientKey) {
        access.require(Permission.CONTACTS_HANDLE);
        checkText(text, false);
        ConversationRecord conversation = conversations.lock(id);
        scope.check(access, conversation);
        Optional<MessageRecord> known = conversations.byClientKey(id, clientKey);
        if (known.isPresent()) return written(known.get());
        Conversations.checkStands(conversation);
        MessageRecord message = byUser(access, "note", text, clientKey, clock.instant());
        conversations.openContact(id).ifPresent(contact -> message.setContactId(contact.getId()));
        conversations.append(conversation, message, List.of());
        drafts.discard(access, id, "note");
        messages.written(conversation, message);
        return written(message);
    }

    /**
     * What a department writes that was given the case, and what its author does not have in hand when its moment comes. Whoever has the contact
     * keeps it, and nothing of it counts for a person. The caller holds the conversation.
     *
     * @param contact the latest of the conversation
     */
    MessageRecord aside(Access access, ConversationRecord conversation, ContactRecord contact, Reply reply) {
        checkText(reply.text(), !reply.uploads().isEmpty());
        checkBlanks(reply.text());
        Conversations.checkStands(conversation);
        checkMeanwhile(access, conversation, contact, reply);
        Instant now = clock.instant();
        MessageRecord message = byUser(access, "out", reply.text(), reply.clientKey(), now);
        message.setContactId(contact.getId());
        message.setDelivery("queued");
        Addressees whom = addressing.above(message, conversation, addressees(access, conversation, reply));
        conversations.append(conversation, message, uploads.take(access, reply.uploads()));
        outbox.add(conversation, message, addressing.recipients(conversation, whom), now);
        addressing.takePart(conversation, whom);
        if (contact.getFirstAnswerAt() == null) contact.setFirstAnswerAt(now);
        contact.setVersion(contact.getVersion() + 1);
        contact.update();
        messages.written(conversation, message);
        promises.answered(contact, now);
        return message;
    }

    private void answered(
            Access access, ConversationRecord conversation, ContactRecord contact, MessageRecord message, Instant now) {
        boolean first = contact.getFirstAnswerAt() == null;
        if (first) {
            contact.setFirstAnswerAt(now);
            contact.setFirstAnswerBy(access.user().value());
        }
        contact.setWaitingSince(null);
        contact.setVersion(contact.getVersion() + 1);
        contact.update();
        if (conversation.getAgentReadSeq() < message.getSeq()) {
            conversation.setAgentReadSeq(message.getSeq());
            conversation.update();
        }
        messages.written(conversation, message);
        promises.answered(contact, now);
        events.publishEvent(new CustomerAnswered(
                new ContactId(contact.getId()),
                new ConversationId(conversation.getId()),
                new CaseId(conversation.getCaseId()),
                new BrandId(conversation.getBrandId()),
                access.user(),
                first,
                now));
    }

    /** A colleague's newer answer refuses the send. The customer's newer message warns in mail, never in chat. */
    private void checkMeanwhile(Access access, ConversationRecord conversation, ContactRecord contact, Reply reply) {
        Condition newer = MESSAGE.CONVERSATION_ID.eq(conversation.getId()).and(MESSAGE.SEQ.gt(reply.seenSeq()));
        boolean colleagueAnswered = db.fetchExists(MESSAGE, newer.and(MESSAGE.DIRECTION.eq("out"))
                .and(MESSAGE.AUTHOR_KIND.eq("user"))
                .and(MESSAGE.AUTHOR_ID.ne(access.user().value())));
        if (colleagueAnswered) {
            throw Problem.of("contacts/answered-meanwhile", 409).with("lastSeq", conversation.getLastSeq());
        }
        boolean warn = contact.getMedium().equals("mail") && !reply.confirmed();
        if (warn && conversations.customerWroteAfter(new ConversationId(conversation.getId()), reply.seenSeq())) {
            throw Problem.of("contacts/customer-wrote-meanwhile", 409).with("lastSeq", conversation.getLastSeq());
        }
    }

    private MessageRecord byUser(Access access, String direction, String text, String clientKey, Instant at) {
        MessageRecord message = db.newRecord(MESSAGE);
        message.setId(Uuid7.next());
        message.setDirection(direction);
        message.setAuthorKind("user");
        message.setAuthorId(access.user().value());
        message.setAuthorName(access.name());
        message.setAt(at);
        message.setText(text.strip());
        message.setClientKey(clientKey);
        return message;
    }

    private static void checkText(String text, boolean mayBeEmpty) {
        if (Visible.nothing(text) && !mayBeEmpty) throw Problem.invalid("text", "required");
        if (text.length() > LONGEST) throw Problem.invalid("text", "too-long", LONGEST);
    }

    /** What a text block left for the writer to fill in never goes to a customer. */
    private static void checkBlanks(String text) {
        Matcher blank = BLANK.matcher(text);
        if (blank.find()) throw Problem.of("contacts/blank-left", 422).with("blank", blank.group(1).strip()).field("text", "blank-left");
    }

    private static Written written(MessageRecord message) {
        return new Written(new MessageId(message.getId()), message.getSeq());
    }
}
