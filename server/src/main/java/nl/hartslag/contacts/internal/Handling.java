package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.TRANSFER;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import nl.hartslag.contacts.AtWork;
import nl.hartslag.contacts.ContactEvent.ContactAssigned;
import nl.hartslag.contacts.ContactEvent.ContactQueued;
import nl.hartslag.contacts.ContactEvent.ContactReleased;
import nl.hartslag.contacts.InTurn;
import nl.hartslag.contacts.FirstQueue;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.TransferReasons;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who has a contact in hand. Every change is one conditional statement, so of two people at once one wins. */
@Component
class Handling {
    private final DSLContext db;
    private final Conversations conversations;
    private final Scope scope;
    private final People people;
    private final EventLines lines;
    private final AtWork atWork;
    private final InTurn inTurn;
    private final TransferReasons reasons;
    private final GivenNews given;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handling(
            DSLContext db,
            Conversations conversations,
            Scope scope,
            People people,
            EventLines lines,
            AtWork atWork,
            InTurn inTurn,
            TransferReasons reasons,
            GivenNews given,
            ApplicationEventPublisher events,
            Clock clock) {
        this.db = db;
        this.conversations = conversations;
        this.scope = scope;
        this.people = people;
        this.lines = lines;
        this.atWork = atWork;
        this.inTurn = inTurn;
        this.reasons = reasons;
        this.given = given;
        this.events = events;
        this.clock = clock;
    }

    ContactRecord get(ContactId id) {
        return db.selectFrom(CONTACT)
                .where(CONTACT.ID.eq(id.value()))
                .fetchOptional()
                .orElseThrow(() -> Problem.notFound("contacts"));
    }

    ContactRecord seen(Access access, ContactId id) {
        ContactRecord contact = get(id);
        scope.check(access, contact);
        return contact;
    }

    /** The contact as it is now, held until the transaction ends. The conversation is held first, as by whoever writes in it. */
    ContactRecord held(Access access, ContactId id) {
        conversations.lock(new ConversationId(seen(access, id).getConversationId()));
        return db.selectFrom(CONTACT).where(CONTACT.ID.eq(id.value())).forUpdate().fetchSingle();
    }

    void take(Access access, ContactId id) {
        access.require(Permission.CONTACTS_HANDLE);
        mayTake(access, seen(access, id));
        if (assign(id, access.user())) return;
        ContactRecord now = get(id);
        if (access.user().value().equals(now.getAssignedTo())) return;
        throw taken(now);
    }

    /** What waits may be for whoever it comes to next. */
    void mayTake(Access access, ContactRecord contact) {
        if (contact.getState().equals("waiting")) inTurn.check(access, new ContactId(contact.getId()));
    }

    private Problem taken(ContactRecord contact) {
        if (contact.getState().equals("ended")) return Problem.of("contacts/already-closed", 409);
        String by = contact.getAssignedTo() == null
                ? ""
                : people.user(new UserId(contact.getAssignedTo())).map(People.User::name).orElse("");
        return Problem.of("contacts/taken", 409).with("by", by);
    }

    boolean assign(ContactId id, UserId user) {
        Instant now = clock.instant();
        Optional<ContactRecord> assigned = db.update(CONTACT)
                .set(CONTACT.STATE, "assigned")
                .set(CONTACT.ASSIGNED_TO, user.value())
                .set(CONTACT.ASSIGNED_AT, now)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CONTACT.ID.eq(id.value()))
                .and(CONTACT.STATE.eq("waiting"))
                .returning()
                .fetchOptional();
        assigned.ifPresent(contact -> publishAssigned(contact, user, now));
        return assigned.isPresent();
    }

    boolean release(ContactId id, UserId user, String why) {
        Optional<ContactRecord> released = db.update(CONTACT)
                .set(CONTACT.STATE, "waiting")
                .setNull(CONTACT.ASSIGNED_TO)
                .setNull(CONTACT.ASSIGNED_AT)
                .set(CONTACT.VERSION, CONTACT.VERSION.plus(1))
                .where(CONTACT.ID.eq(id.value()))
                .and(CONTACT.STATE.eq("assigned"))
                .and(CONTACT.ASSIGNED_TO.eq(user.value()))
                .returning()
                .fetchOptional();
        released.ifPresent(contact -> publishReleased(contact, user, Optional.empty(), why));
        return released.isPresent();
    }

    void queued(ContactId id, QueueId queue, Optional<PartnerId> partner) {
        db.update(CONTACT)
                .set(CONTACT.QUEUE_ID, queue.value())
                .set(CONTACT.PARTNER_ID, partner.map(PartnerId::value).orElse(null))
                .where(CONTACT.ID.eq(id.value()))
                .and(CONTACT.STATE.ne("ended"))
                .returning()
                .fetchOptional()
                .ifPresent(contact -> events.publishEvent(new ContactQueued(
                        id,
                        new ConversationId(contact.getConversationId()),
                        new BrandId(contact.getBrandId()),
                        queue,
                        partner,
                        clock.instant())));
    }

    void transfer(Access access, ContactId id, Transfer transfer) {
        access.require(Permission.CONTACTS_HANDLE);
        ContactRecord contact = held(access, id);
        if (contact.getState().equals("ended")) throw taken(contact);
        checkTarget(access, contact, transfer);
        mayTake(access, contact);
        record(access, contact, transfer, clock.instant());
        UserId from = contact.getAssignedTo() == null ? null : new UserId(contact.getAssignedTo());
        if (transfer.queue() != null) contact.setQueueId(transfer.queue().value());
        contact.setState("waiting");
        contact.setAssignedTo(null);
        contact.setAssignedAt(null);
        contact.setVersion(contact.getVersion() + 1);
        contact.update();
        waits(contact, from, Optional.ofNullable(transfer.user()), "transferred");
    }

    /** For one person first, if any; his at once when he is there. */
    void waits(ContactRecord contact, @Nullable UserId from, Optional<UserId> first, String why) {
        ContactId id = new ContactId(contact.getId());
        publishReleased(contact, from, first, why);
        first.filter(person -> atWork.takes(id, person)).filter(person -> assign(id, person)).ifPresent(person -> given.tell(contact, person, why));
    }

    /** What just came back goes to a queue or a person, as somebody decided; {@link #checkTarget} said that it may. */
    void handOn(Access access, ContactRecord contact, Transfer to) {
        record(access, contact, to, clock.instant());
        if (to.queue() != null) contact.setQueueId(to.queue().value());
        contact.update();
        waits(contact, null, Optional.ofNullable(to.user()), "transferred");
    }

    void checkTarget(Access access, ContactRecord contact, Transfer transfer) {
        if ((transfer.queue() == null) == (transfer.user() == null)) throw Problem.invalid("queue", "one-target");
        boolean own = access.user().value().equals(contact.getAssignedTo());
        if (contact.getAssignedTo() != null && !own) access.require(Permission.CONTACTS_ASSIGN, new BrandId(contact.getBrandId()));
        checkWhy(transfer);
        if (contact.getState().equals("waiting") && transfer.queue() != null && transfer.queue().equals(queue(contact))) throw Problem.invalid("queue", "same-queue");
        if (transfer.user() == null) return;
        if (receivers(access, contact).noneMatch(user -> user.id().equals(transfer.user()))) throw Problem.invalid("user", "unknown");
    }

    /** Transfers are counted with their reason; only where none are offered there is nothing to say. */
    private void checkWhy(Transfer transfer) {
        var offered = reasons.offered();
        if (transfer.why() == null && !offered.isEmpty()) throw Problem.invalid("why", "required");
        if (transfer.why() != null && offered.stream().noneMatch(one -> one.id().equals(transfer.why()))) throw Problem.invalid("why", "unknown");
    }

    /** Who may be given the contact: people of a partner get what is their partner's, and nothing else. */
    Stream<People.User> receivers(Access access, ContactRecord contact) {
        return people.colleaguesWho(access, new BrandId(contact.getBrandId()), Permission.CONTACTS_HANDLE).stream()
                .filter(user -> user.partner().isEmpty() || user.partner().get().value().equals(contact.getPartnerId()));
    }

    private void record(Access access, ContactRecord contact, Transfer transfer, Instant now) {
        db.insertInto(TRANSFER)
                .set(TRANSFER.ID, Uuid7.next())
                .set(TRANSFER.CONTACT_ID, contact.getId())
                .set(TRANSFER.AT, now)
                .set(TRANSFER.BY_USER, access.user().value())
                .set(TRANSFER.FROM_QUEUE, contact.getQueueId())
                .set(TRANSFER.TO_QUEUE, Rows.value(transfer.queue()))
                .set(TRANSFER.FROM_USER, contact.getAssignedTo())
                .set(TRANSFER.TO_USER, Rows.value(transfer.user()))
                .set(TRANSFER.NOTE, transfer.note())
                .set(TRANSFER.REASON_ID, Rows.value(transfer.why()))
                .execute();
        ConversationId conversation = new ConversationId(contact.getConversationId());
        ContactId id = new ContactId(contact.getId());
        String to = transfer.user() == null ? null : people.user(transfer.user()).map(People.User::name).orElse("");
        lines.done(conversation, access, id, to == null ? "transferred.queue" : "transferred.person " + to);
        if (!transfer.note().isBlank()) lines.note(conversation, access, id, transfer.note());
    }

    /** The contact an answer belongs to: the open one (taken, if it waited), or a new outbound one. */
    ContactRecord contactToAnswer(Access access, ConversationRecord conversation) {
        Optional<ContactRecord> open = db.selectFrom(CONTACT)
                .where(CONTACT.CONVERSATION_ID.eq(conversation.getId()))
                .and(CONTACT.STATE.ne("ended"))
                .forUpdate()
                .fetchOptional();
        if (open.isEmpty()) return outbound(access, conversation);
        ContactId id = new ContactId(open.get().getId());
        mayTake(access, open.get());
        if (open.get().getState().equals("waiting")) assign(id, access.user());
        return get(id);
    }

    private ContactRecord outbound(Access access, ConversationRecord conversation) {
        Instant now = clock.instant();
        conversations.cameBack(conversation.getId());
        ContactRecord last = db.selectFrom(CONTACT)
                .where(CONTACT.CONVERSATION_ID.eq(conversation.getId()))
                .orderBy(CONTACT.OPENED_AT.desc())
                .limit(1)
                .fetchOptional()
                .orElse(null);
        ContactRecord contact = ours(conversation);
        contact.setMedium(last == null ? "mail" : last.getMedium());
        contact.setPartnerId(last == null ? null : last.getPartnerId());
        contact.setQueueId(last == null ? null : last.getQueueId());
        contact.setPriority(last == null ? "normal" : last.getPriority());
        return inHand(access, contact, now);
    }

    /** The first contact of a conversation that somebody of ours begins: his, in no line, and for colleagues in the queue of what comes in so. */
    ContactRecord begun(Access access, ConversationRecord conversation, FirstQueue.Place place) {
        ContactRecord contact = ours(conversation);
        contact.setMedium("mail");
        contact.setPartnerId(access.partner().or(place::partner).map(PartnerId::value).orElse(null));
        contact.setQueueId(place.queue().value());
        contact.setPriority("normal");
        return inHand(access, contact, conversation.getStartedAt());
    }

    private ContactRecord ours(ConversationRecord conversation) {
        ContactRecord contact = db.newRecord(CONTACT);
        contact.setId(Uuid7.next());
        contact.setConversationId(conversation.getId());
        contact.setCaseId(conversation.getCaseId());
        contact.setBrandId(conversation.getBrandId());
        contact.setCustomerId(conversation.getCustomerId());
        contact.setChannel(conversation.getChannel());
        contact.setKind("outbound");
        return contact;
    }

    private ContactRecord inHand(Access access, ContactRecord contact, Instant now) {
        contact.setState("assigned");
        contact.setAssignedTo(access.user().value());
        contact.setAssignedAt(now);
        contact.setOpenedAt(now);
        contact.setVersion(0);
        contact.insert();
        publishAssigned(contact, access.user(), now);
        return contact;
    }

    private void publishAssigned(ContactRecord contact, UserId user, Instant at) {
        events.publishEvent(new ContactAssigned(
                new ContactId(contact.getId()),
                new ConversationId(contact.getConversationId()),
                new BrandId(contact.getBrandId()),
                queue(contact),
                contact.getMedium(),
                user,
                at));
    }

    private void publishReleased(ContactRecord contact, @Nullable UserId from, Optional<UserId> preferred, String why) {
        events.publishEvent(new ContactReleased(
                new ContactId(contact.getId()),
                new ConversationId(contact.getConversationId()),
                new BrandId(contact.getBrandId()),
                queue(contact),
                contact.getMedium(),
                from,
                preferred,
                why,
                clock.instant()));
    }

    static @Nullable QueueId queue(ContactRecord contact) {
        return contact.getQueueId() == null ? null : new QueueId(contact.getQueueId());
    }
}
