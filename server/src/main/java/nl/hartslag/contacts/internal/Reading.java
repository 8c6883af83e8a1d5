package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static nl.hartslag.contacts.internal.db.Tables.PARTICIPANT;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.CaseView;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.ConversationView;
import nl.hartslag.contacts.ConversationView.Recipient;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.ThreadHit;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.Id;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.ProcessId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looking at the work, within what a person may see. */
@Component
class Reading {
    private static final int MOST_MESSAGES = 200;
    private static final Field<String> SUBJECT = DSL.field(DSL.name("seen_subject"), String.class);
    private final DSLContext db;
    private final Customers customers;
    private final Scope scope;
    private final MessageViews messageViews;
    private final Recipients recipients;
    private final OpenedWork opened;
    private final CaseSubStates subStates;
    private final CaseFor caseFor;
    private final SilentReading silences;

    Reading(
            DSLContext db, Customers customers, Scope scope, MessageViews messageViews, Recipients recipients, OpenedWork opened, CaseSubStates subStates, CaseFor caseFor,
            SilentReading silences) {
        this.db = db;
        this.customers = customers;
        this.scope = scope;
        this.messageViews = messageViews;
        this.recipients = recipients;
        this.opened = opened;
        this.subStates = subStates;
        this.caseFor = caseFor;
        this.silences = silences;
    }

    ContactView contact(ContactId id) {
        return contacts(CASES.SUBJECT).where(CONTACT.ID.eq(id.value()))
                .fetchOptional(Reading::contactView)
                .orElseThrow(() -> Problem.notFound("contacts"));
    }

    ContactView contact(Access access, ContactId id) {
        access.require(Permission.CONTACTS_VIEW);
        ContactView contact = contacts(scope.subject(access)).where(CONTACT.ID.eq(id.value()))
                .fetchOptional(Reading::contactView)
                .orElseThrow(() -> Problem.notFound("contacts"));
        if (!access.sees(contact.brand(), contact.partner())) throw Problem.notFound("contacts");
        return contact;
    }

    Page<ContactView> history(Access access, CustomerId customer, @Nullable String cursor, int limit) {
        access.require(Permission.CONTACTS_VIEW);
        Condition seen = CONTACT.BRAND_ID.in(access.brands().stream().map(BrandId::value).toList());
        if (access.partner().isPresent()) seen = seen.and(CONTACT.PARTNER_ID.eq(access.partner().get().value()));
        if (cursor != null) seen = seen.and(after(cursor));
        List<UUID> cards = cards(customers, customer);
        List<ContactView> rows = contacts(scope.subject(access)).where(CONTACT.CUSTOMER_ID.in(cards)
                        .or(CONTACT.CASE_ID.eq(DSL.any(DSL.array(DSL.select(CASES.ID).from(CASES).where(CASES.FOR_CUSTOMER_ID.in(cards)))))))
                .and(seen)
                .orderBy(CONTACT.OPENED_AT.desc(), CONTACT.ID.desc())
                .limit(limit + 1)
                .fetch(Reading::contactView);
        List<ContactView> found = rows.size() > limit ? rows.subList(0, limit) : rows;
        found.stream().map(ContactView::brand).distinct().forEach(brand -> opened.record(access, customer, brand));
        return new Page<>(caseFor.beside(found), rows.size() > limit ? found.getLast().openedAt() + "_" + found.getLast().id() : null);
    }

    static List<UUID> cards(Customers customers, CustomerId customer) {
        return customers.together(customer).stream().map(CustomerId::value).toList();
    }

    private static Condition after(String cursor) {
        try {
            String[] parts = cursor.split("_", 2);
            return DSL.row(CONTACT.OPENED_AT, CONTACT.ID).lt(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }

    ConversationView conversation(Access access, ConversationId id) {
        ConversationRecord row = seen(access, id);
        var caseRow = db.selectFrom(CASES).where(CASES.ID.eq(row.getCaseId())).fetchSingle();
        Optional<ContactId> contact = db.select(CONTACT.ID)
                .from(CONTACT)
                .where(CONTACT.CONVERSATION_ID.eq(id.value()))
                .orderBy(CONTACT.STATE.ne("ended").desc(), CONTACT.OPENED_AT.desc(), CONTACT.ID.desc())
                .limit(1)
                .fetchOptional(found -> new ContactId(found.value1()));
        return new ConversationView(
                id,
                new BrandId(row.getBrandId()),
                id(row.getCustomerId(), CustomerId::new),
                new CaseId(row.getCaseId()),
                caseRow.getNumber(),
                Rows.state(CaseState.class, caseRow.getState()),
                contact,
                row.getChannel(),
                id(row.getAccountId(), AccountId::new),
                row.getSubject(),
                row.getLanguage(),
                row.getSenderProven(),
                row.getStartedAt(),
                row.getLastSeq(),
                row.getCustomerReadSeq(),
                row.getAgentReadSeq(),
                recipientsShown(row));
    }

    /** Of who stays anonymous: that an answer has somewhere to go. */
    private List<Recipient> recipientsShown(ConversationRecord row) {
        if (!recipients.anonymous(row)) return recipients.of(new ConversationId(row.getId()));
        return recipients.answered(row).stream().map(one -> new Recipient(Identity.UNSEEN, one.part())).toList();
    }

    ConversationRecord seen(Access access, ConversationId id) {
        access.require(Permission.CONTACTS_VIEW);
        ConversationRecord row = row(id).orElseThrow(() -> Problem.notFound("contacts"));
        scope.check(access, row);
        return row;
    }

    Optional<ConversationRecord> row(ConversationId id) {
        return db.selectFrom(CONVERSATION).where(CONVERSATION.ID.eq(id.value())).fetchOptional();
    }

    boolean maySee(Access access, ConversationId id) {
        return access.may(Permission.CONTACTS_VIEW) && row(id).filter(found -> scope.sees(access, found)).isPresent();
    }

    List<MessageView> messages(Access access, ConversationId id, int beforeSeq, int limit) {
        ConversationRecord conversation = seen(access, id);
        opened.record(access, conversation);
        Condition before = beforeSeq > 0 ? MESSAGE.SEQ.lt(beforeSeq) : MESSAGE.SEQ.gt(0);
        var newestFirst = db.selectFrom(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(id.value()))
                .and(before)
                .orderBy(MESSAGE.SEQ.desc())
                .limit(Math.min(limit, MOST_MESSAGES))
                .fetch();
        Collections.reverse(newestFirst);
        boolean anonymous = recipients.anonymous(conversation);
        return messageViews.of(newestFirst).stream().map(Reading::withoutTheSurvey).map(one -> anonymous ? one.withoutRecipients() : one).toList();
    }

    /** Whoever holds the links of an invitation can answer it; so colleagues see that it was sent, not what it says. */
    private static MessageView withoutTheSurvey(MessageView message) {
        if (!message.purpose().equals("invitation")) return message;
        return new MessageView(
                message.id(),
                message.seq(),
                message.direction(),
                message.authorKind(),
                message.authorId(),
                message.authorName(),
                message.at(),
                message.text().replaceAll("https?://\\S+", "…"),
                null,
                null,
                null,
                false,
                message.automatic(),
                message.senderProven(),
                message.purpose(),
                message.clientKey(),
                message.envelope(),
                message.delivery(),
                message.deliveryDetail(),
                List.of(),
                List.of());
    }

    List<MessageView> messagesForCustomer(ConversationId id, int afterSeq, int limit) {
        return messageViews.of(db.selectFrom(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(id.value()))
                .and(MESSAGE.SEQ.gt(afterSeq))
                .and(MESSAGE.DIRECTION.in("in", "out"))
                // what left as a mail is read in the mail
                .andNotExists(DSL.selectOne()
                        .from(OUTBOX)
                        .join(CONVERSATION).on(CONVERSATION.ID.eq(OUTBOX.CONVERSATION_ID))
                        .where(OUTBOX.MESSAGE_ID.eq(MESSAGE.ID))
                        .and(OUTBOX.CHANNEL.ne(CONVERSATION.CHANNEL)))
                .orderBy(MESSAGE.SEQ)
                .limit(Math.min(limit, MOST_MESSAGES))
                .fetch()).stream().map(MessageView::withoutRecipients).toList();
    }

    CaseView caseOf(CaseId id) {
        return db.selectFrom(CASES).where(CASES.ID.eq(id.value())).fetchOptional(this::caseView).orElseThrow(() -> Problem.notFound("contacts"));
    }

    CaseView caseOf(Access access, CaseId id) {
        return db.select(CASES.fields()).select(scope.subject(access).as(SUBJECT)).from(CASES).where(CASES.ID.eq(id.value()))
                .fetchOptional(row -> caseView(access, row.into(CASES), row.get(SUBJECT)))
                .orElseThrow(() -> Problem.notFound("contacts"));
    }

    /** @param subject what it is about, for this reader */
    CaseView caseView(Access access, CasesRecord row, String subject) {
        row.setSubject(subject);
        if (!caseFor.knows(access, row.getCustomerId())) row.setCustomerId(null);
        if (!caseFor.knows(access, row.getForCustomerId())) row.setForCustomerId(null);
        return caseView(row);
    }

    private CaseView caseView(CasesRecord row) {
        return new CaseView(
                new CaseId(row.getId()),
                row.getNumber(),
                new BrandId(row.getBrandId()),
                id(row.getCustomerId(), CustomerId::new),
                caseFor.of(row),
                row.getSubject(),
                Rows.state(CaseState.class, row.getState()),
                CaseStages.of(db.select(CaseStages.OF).from(CASES).where(CASES.ID.eq(row.getId())).fetchSingle().value1()),
                subStates.of(row.getSubStateId()).orElse(null),
                row.getOpenedAt(),
                row.getSolvedAt(),
                row.getContacts(),
                db.fetchCount(CONTACT, CONTACT.CASE_ID.eq(row.getId()).and(CONTACT.STATE.ne("ended"))),
                silences.of(row).orElse(null));
    }

    List<ThreadHit> threads(List<String> externalIds, List<MessageId> messages) {
        if (externalIds.isEmpty() && messages.isEmpty()) return List.of();
        var found = db.select(CONVERSATION.fields())
                .select(org.jooq.impl.DSL.max(MESSAGE.AT).as("newest"))
                .from(MESSAGE)
                .join(CONVERSATION)
                .on(CONVERSATION.ID.eq(MESSAGE.CONVERSATION_ID))
                .where(MESSAGE.EXTERNAL_ID.in(externalIds).or(MESSAGE.ID.in(messages.stream().map(MessageId::value).toList())))
                .groupBy(CONVERSATION.fields())
                .orderBy(org.jooq.impl.DSL.field("newest").desc())
                .limit(20)
                .fetchInto(CONVERSATION);
        return found.map(this::hit);
    }

    ThreadHit hit(ConversationRecord row) {
        return new ThreadHit(
                new ConversationId(row.getId()),
                new BrandId(row.getBrandId()),
                row.getChannel(),
                Set.copyOf(db.select(PARTICIPANT.ADDRESS)
                        .from(PARTICIPANT)
                        .where(PARTICIPANT.CONVERSATION_ID.eq(row.getId()))
                        .and(PARTICIPANT.ROLE.notIn(Recipients.ASIDE, Recipients.LEFT_OUT))
                        .fetch(PARTICIPANT.ADDRESS)));
    }

    private SelectOnConditionStep<Record> contacts(Field<String> subject) {
        return db.select(CONTACT.fields())
                .select(CASES.NUMBER, CASES.STATE, subject.as(SUBJECT))
                .from(CONTACT)
                .join(CASES)
                .on(CASES.ID.eq(CONTACT.CASE_ID));
    }

    private static ContactView contactView(Record row) {
        return new ContactView(
                new ContactId(row.get(CONTACT.ID)),
                new ConversationId(row.get(CONTACT.CONVERSATION_ID)),
                new CaseId(row.get(CONTACT.CASE_ID)),
                row.get(CASES.NUMBER),
                Rows.state(CaseState.class, row.get(CASES.STATE)),
                new BrandId(row.get(CONTACT.BRAND_ID)),
                Optional.ofNullable(row.get(CONTACT.PARTNER_ID)).map(PartnerId::new),
                id(row.get(CONTACT.CUSTOMER_ID), CustomerId::new),
                row.get(CONTACT.CHANNEL),
                row.get(CONTACT.MEDIUM),
                row.get(CONTACT.KIND),
                row.get(SUBJECT),
                id(row.get(CONTACT.QUEUE_ID), QueueId::new),
                id(row.get(CONTACT.REASON_ID), ReasonId::new),
                id(row.get(CONTACT.CAUSE_DEPARTMENT_ID), DepartmentId::new),
                id(row.get(CONTACT.CAUSE_PROCESS_ID), ProcessId::new),
                row.get(CONTACT.RESULT) == null ? null : Rows.state(Result.class, row.get(CONTACT.RESULT)),
                row.get(CONTACT.STATE),
                id(row.get(CONTACT.ASSIGNED_TO), UserId::new),
                row.get(CONTACT.OPENED_AT),
                row.get(CONTACT.WAITING_SINCE),
                row.get(CONTACT.FIRST_ANSWER_AT),
                row.get(CONTACT.ENDED_AT),
                id(row.get(CONTACT.ENDED_BY), UserId::new),
                row.get(CONTACT.COMES_BACK_AT),
                Rows.state(Priority.class, row.get(CONTACT.PRIORITY)),
                null);
    }

    private static <T extends Id> @Nullable T id(
            java.util.@Nullable UUID value, java.util.function.Function<java.util.UUID, T> make) {
        return value == null ? null : make.apply(value);
    }
}
