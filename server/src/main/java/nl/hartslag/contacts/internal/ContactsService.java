package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.AttachmentContent;
import nl.hartslag.contacts.CaseView;
import nl.hartslag.contacts.ContactEvent.ConversationRead;
import nl.hartslag.contacts.ContactEvent.Typing;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.ConversationView;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.Draft;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Leaving;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.SystemMessage;
import nl.hartslag.contacts.ThreadHit;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.contacts.Written;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UploadId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The entrance: one use case, one transaction; the work is done by the pieces beside it. */
@Service
class ContactsService implements Contacts {
    private final Receiving receiving;
    private final Starting starting;
    private final Writing writing;
    private final Posting posting;
    private final Handling handling;
    private final Closing closing;
    private final AnswersLeaving leaving;
    private final Abandoning abandoning;
    private final PickingUp pickingUp;
    private final Promises promises;
    private final Priorities priorities;
    private final Drafts drafts;
    private final Uploads uploads;
    private final Attachments attachments;
    private final Deliveries deliveries;
    private final OutboxMessages outbox;
    private final Reading reading;
    private final Recipients recipients;
    private final DSLContext db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ContactsService(
            Receiving receiving, Starting starting, Writing writing, Posting posting, Handling handling, Closing closing, AnswersLeaving leaving,
            Abandoning abandoning, PickingUp pickingUp, Promises promises, Priorities priorities, Drafts drafts, Uploads uploads, Attachments attachments,
            Deliveries deliveries, OutboxMessages outbox, Reading reading, Recipients recipients, DSLContext db, Clock clock,
            ApplicationEventPublisher events) {
        this.receiving = receiving;
        this.starting = starting;
        this.writing = writing;
        this.posting = posting;
        this.handling = handling;
        this.closing = closing;
        this.leaving = leaving;
        this.abandoning = abandoning;
        this.pickingUp = pickingUp;
        this.promises = promises;
        this.priorities = priorities;
        this.drafts = drafts;
        this.uploads = uploads;
        this.attachments = attachments;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.reading = reading;
        this.recipients = recipients;
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public Received receive(InboundMessage message) {
        return receiving.receive(message);
    }

    @Override
    @Transactional
    public List<Received> start(List<InboundMessage> messages) {
        return messages.isEmpty() ? List.of() : starting.start(messages);
    }

    @Override
    public List<ThreadHit> threads(List<String> externalIds, List<MessageId> messages) {
        return reading.threads(externalIds, messages);
    }

    @Override
    public Optional<ThreadHit> thread(ConversationId id) {
        return reading.row(id).map(reading::hit);
    }

    @Override
    @Transactional
    public void delivery(MessageId message, Delivery state, @Nullable String detail) {
        if (state == Delivery.BOUNCED) outbox.bounced(message, detail);
        deliveries.moved(message, state, detail);
    }

    @Override
    @Transactional
    public void externalId(MessageId message, String externalId) {
        db.update(MESSAGE).set(MESSAGE.EXTERNAL_ID, externalId).where(MESSAGE.ID.eq(message.value())).execute();
    }

    @Override
    public Optional<ConversationId> keeps(MessageId message) {
        return db.select(MESSAGE.CONVERSATION_ID).from(MESSAGE).where(MESSAGE.ID.eq(message.value())).forKeyShare()
                .fetchOptional(row -> new ConversationId(row.value1()));
    }

    @Override
    public Optional<MessageId> outgoingByExternalId(String externalId) {
        return db.select(MESSAGE.ID)
                .from(MESSAGE)
                .where(MESSAGE.EXTERNAL_ID.eq(externalId))
                .and(MESSAGE.DIRECTION.ne("in"))
                .orderBy(MESSAGE.AT.desc())
                .limit(1)
                .fetchOptional(row -> new MessageId(row.value1()));
    }

    @Override
    @Transactional
    public void customerRead(ConversationId conversation, int seq) {
        int moved = db.update(CONVERSATION)
                .set(CONVERSATION.CUSTOMER_READ_SEQ, seq)
                .where(CONVERSATION.ID.eq(conversation.value()))
                .and(CONVERSATION.CUSTOMER_READ_SEQ.lt(seq))
                .and(CONVERSATION.LAST_SEQ.ge(seq))
                .execute();
        if (moved > 0) publishRead(conversation, null, seq);
    }

    @Override
    @Transactional
    public void read(Access access, ConversationId conversation, int seq) {
        ConversationRecord row = reading.seen(access, conversation);
        int moved = db.update(CONVERSATION)
                .set(CONVERSATION.AGENT_READ_SEQ, Math.min(seq, row.getLastSeq()))
                .where(CONVERSATION.ID.eq(conversation.value()))
                .and(CONVERSATION.AGENT_READ_SEQ.lt(Math.min(seq, row.getLastSeq())))
                .execute();
        if (moved > 0) publishRead(conversation, access.user(), seq);
    }

    private void publishRead(ConversationId id, @Nullable UserId user, int seq) {
        BrandId brand = reading.row(id).map(row -> new BrandId(row.getBrandId())).orElseThrow();
        events.publishEvent(new ConversationRead(id, brand, user, seq, clock.instant()));
    }

    @Override
    @Transactional
    public void customerTyping(ConversationId conversation) {
        ConversationRecord row = reading.row(conversation).orElseThrow(() -> Problem.notFound("contacts"));
        events.publishEvent(new Typing(conversation, new BrandId(row.getBrandId()), null, "", clock.instant()));
    }

    @Override
    @Transactional
    public void typing(Access access, ConversationId conversation) {
        access.require(Permission.CONTACTS_HANDLE);
        ConversationRecord row = reading.seen(access, conversation);
        events.publishEvent(
                new Typing(conversation, new BrandId(row.getBrandId()), access.user(), access.name(), clock.instant()));
    }

    @Override
    @Transactional
    public void customerLeft(ConversationId conversation, Leaving how) {
        abandoning.customerLeft(conversation, how);
    }

    @Override
    @Transactional
    public Written reply(Access access, ConversationId conversation, Reply reply) {
        return writing.reply(access, conversation, reply);
    }

    @Override
    @Transactional
    public void recipient(Access access, ConversationId conversation, String address, boolean getsAnswers) {
        recipients.change(access, conversation, address, getsAnswers);
    }

    @Override
    @Transactional
    public Written note(Access access, ConversationId conversation, String text, String clientKey) {
        return writing.note(access, conversation, text, clientKey);
    }

    @Override
    @Transactional
    public Written post(SystemMessage message) {
        return posting.post(List.of(message)).getFirst();
    }

    @Override
    @Transactional
    public List<Written> post(List<SystemMessage> messages) {
        return posting.post(messages);
    }

    @Override
    @Transactional
    public void take(Access access, ContactId contact) {
        handling.take(access, contact);
    }

    @Override
    @Transactional
    public ContactId pickUp(Access access, ConversationId conversation) {
        return pickingUp.pickUp(access, conversation);
    }

    @Override
    @Transactional
    public void register(Access access, ContactId contact, Registration registration) {
        closing.register(access, contact, registration);
    }

    @Override
    @Transactional
    public void wrapUp(Access access, ContactId contact, WrapUp wrapUp) {
        leaving.before(access, contact);
        closing.wrapUp(access, contact, wrapUp);
    }

    @Override
    @Transactional
    public void prioritise(Access access, ContactId contact, Priority priority) {
        priorities.set(access, contact, priority);
    }

    @Override
    @Transactional
    public void transfer(Access access, ContactId contact, Transfer transfer) {
        leaving.before(access, contact);
        handling.transfer(access, contact, transfer);
    }

    @Override
    public List<People.User> receivers(Access access, ContactId contact) {
        access.require(Permission.CONTACTS_HANDLE);
        return handling.receivers(access, handling.seen(access, contact)).toList();
    }

    @Override
    @Transactional
    public void saveDraft(Access access, ConversationId conversation, Draft draft) {
        drafts.save(access, conversation, draft);
    }

    @Override
    @Transactional
    public void discardDraft(Access access, ConversationId conversation, String kind) {
        drafts.discard(access, conversation, kind);
    }

    @Override
    public List<Draft> drafts(Access access, ConversationId conversation) {
        return drafts.of(access, conversation);
    }

    @Override
    @Transactional
    public UploadId upload(String owner, BrandId brand, String name, byte[] bytes) {
        return uploads.add(owner, brand, name, bytes);
    }

    @Override
    @Transactional
    public boolean assign(ContactId contact, UserId user) {
        return handling.assign(contact, user);
    }

    @Override
    @Transactional
    public boolean release(ContactId contact, UserId user, String why) {
        return handling.release(contact, user, why);
    }

    @Override
    @Transactional
    public void queued(ContactId contact, QueueId queue, Optional<PartnerId> partner) {
        handling.queued(contact, queue, partner);
    }

    @Override
    public ContactView contact(Access access, ContactId id) {
        return reading.contact(access, id);
    }

    @Override
    public ContactView contactOf(ContactId id) {
        return reading.contact(id);
    }

    @Override
    public ConversationView conversation(Access access, ConversationId id) {
        return reading.conversation(access, id);
    }

    @Override
    public boolean maySee(Access access, ConversationId id) {
        return reading.maySee(access, id);
    }

    @Override
    @Transactional
    public List<MessageView> messages(Access access, ConversationId id, int beforeSeq, int limit) {
        return reading.messages(access, id, beforeSeq, limit);
    }

    @Override
    public List<MessageView> messagesForCustomer(ConversationId id, int afterSeq, int limit) {
        return reading.messagesForCustomer(id, afterSeq, limit);
    }

    @Override
    @Transactional
    public Page<ContactView> history(Access access, CustomerId customer, @Nullable String cursor, int limit) {
        return reading.history(access, customer, cursor, limit);
    }

    @Override
    public CaseView caseOf(CaseId id) {
        return reading.caseOf(id);
    }

    @Override
    public CaseView caseOf(Access access, CaseId id) {
        return reading.caseOf(access, id);
    }

    @Override
    @Transactional
    public AttachmentContent attachment(Access access, AttachmentId id) {
        return attachments.open(access, id);
    }

    @Override
    public AttachmentContent attachmentForCustomer(ConversationId conversation, AttachmentId id) {
        return attachments.openOf(conversation, id);
    }

    @Override
    public Optional<PromiseView> answerPromise(ContactId contact) {
        return promises.open(contact).map(Promises::view);
    }

    @Override
    public List<PromiseView> promises(CaseId caseId) {
        return promises.ofCase(caseId);
    }

    @Override
    @Transactional
    public Map<ContactId, PromiseView> promisesTold(Collection<ContactId> contacts) {
        return promises.told(contacts);
    }
}
