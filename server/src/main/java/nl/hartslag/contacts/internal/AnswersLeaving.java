package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.ContactEvent.ContactReleased;
import nl.hartslag.contacts.ContactEvent.MessageWritten;
import nl.hartslag.contacts.PlannedAnswers.Why;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.PlannedAnswerRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PlannedAnswerId;
import nl.hartslag.shared.UploadId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * At its moment a planned answer leaves the way every answer does, with the rights its author has by then. What is refused then is stopped: its
 * author is told, its words wait in the conversation, and what nobody has in hand comes back to him. Timers are never cancelled; one whose
 * answer was taken back, or has left, finds nothing to do.
 */
@Component
class AnswersLeaving implements TimerHandler {
    private static final String TIMER = "contacts.planned-answer";
    private final DSLContext db;
    private final Conversations conversations;
    private final PlannedRows rows;
    private final PlannedNews news;
    private final Writing writing;
    private final Handling handling;
    private final Promises promises;
    private final Returns returns;
    private final Uploads uploads;
    private final People people;
    private final Timers timers;
    private final TransactionTemplate toSavepoint;

    AnswersLeaving(
            DSLContext db, Conversations conversations, PlannedRows rows, PlannedNews news, Writing writing, Handling handling, Promises promises, Returns returns, Uploads uploads,
            People people, Timers timers, PlatformTransactionManager transactions) {
        this.db = db;
        this.conversations = conversations;
        this.rows = rows;
        this.news = news;
        this.writing = writing;
        this.handling = handling;
        this.promises = promises;
        this.returns = returns;
        this.uploads = uploads;
        this.people = people;
        this.timers = timers;
        this.toSavepoint = new TransactionTemplate(transactions);
        this.toSavepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    void plan(PlannedAnswerRecord row) {
        timers.schedule(TIMER, row.getId().toString(), row.getSendAt(), Map.of("conversation", row.getConversationId().toString()));
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        ConversationRecord conversation = conversations.lock(ConversationId.of((String) timer.payload().get("conversation")));
        rows.find(PlannedAnswerId.of(timer.key())).filter(row -> row.getState().equals("planned")).ifPresent(row -> {
            try {
                toSavepoint.executeWithoutResult(status -> {
                    Access author = author(row);
                    leave(conversation, row, author, author);
                });
            } catch (Problem refused) {
                stop(conversations.lock(new ConversationId(conversation.getId())), rows.find(PlannedAnswerId.of(timer.key())).orElseThrow(), why(refused));
            }
        });
    }

    /** The caller holds the conversation. @param by who lets it leave */
    void leave(ConversationRecord conversation, PlannedAnswerRecord row, Access author, Access by) {
        author.require(Permission.CONTACTS_HANDLE, new BrandId(conversation.getBrandId()));
        List<UploadId> files = uploads.of(new PlannedAnswerId(row.getId())).stream().map(one -> one.id()).toList();
        // of what the customer writes in the moment in which it could be taken back it would not have known either
        Reply reply = new Reply(row.getText(), files, row.getSeenSeq(), row.getClientKey(), !row.getLater(), PlannedRows.addressees(row));
        rows.sent(row, author.user());
        writing.mayAnswer(author, new ConversationId(conversation.getId()), reply);
        Optional<ContactRecord> aside = row.getLater() ? notInHand(conversation, row, by) : Optional.empty();
        if (aside.isPresent()) writing.aside(author, conversation, aside.get(), reply);
        else writing.answer(author, conversation, reply);
        news.changed(conversation);
    }

    /** The latest contact, when its author does not have it in hand: he may be gone for the day, and gets no work by it. */
    private Optional<ContactRecord> notInHand(ConversationRecord conversation, PlannedAnswerRecord row, Access by) {
        ConversationId id = new ConversationId(conversation.getId());
        Optional<ContactRecord> open = conversations.openContact(id);
        UUID holder = open.map(ContactRecord::getAssignedTo).orElse(null);
        if (row.getAuthorId().equals(holder)) return Optional.empty();
        if (holder != null && !holder.equals(by.user().value())) throw Problem.of("contacts/taken", 409).with("by", people.user(new UserId(holder)).map(People.User::name).orElse(""));
        if (solvedSince(conversation, row.getPlannedAt())) throw Problem.of("contacts/already-closed", 409);
        return open.or(() -> conversations.lastContact(id));
    }

    /** Before somebody ends or hands on a contact, what could still be taken back leaves first; when it may not, neither is done. */
    void before(Access access, ContactId contact) {
        ConversationId id = new ConversationId(handling.seen(access, contact).getConversationId());
        ConversationRecord conversation = conversations.lock(id);
        rows.standing(id, false).forEach(row -> leave(conversation, row, row.getAuthorId().equals(access.user().value()) ? access : author(row), access));
    }

    Access author(PlannedAnswerRecord row) {
        return people.access(new UserId(row.getAuthorId())).map(access -> access.within(Permission.CONTACTS_HANDLE)).orElseThrow(() -> Problem.of("access/denied", 403));
    }

    @EventListener
    void wrote(MessageWritten event) {
        boolean customer = event.direction().equals("in");
        boolean person = customer || event.direction().equals("out") && event.author() != null;
        // nothing is planned in what just begins
        if (event.automatic() || !person || event.seq() == 1) return;
        rows.standing(event.conversation(), true).stream()
                .filter(row -> customer || !row.getAuthorId().equals(event.author().value()))
                .forEach(row -> stop(conversations.lock(event.conversation()), row, customer ? Why.CUSTOMER_WROTE : Why.ANSWERED_MEANWHILE));
    }

    @EventListener
    void handedOn(ContactReleased event) {
        if (!event.why().equals("transferred")) return;
        rows.standing(event.conversation(), true).forEach(row -> stop(conversations.lock(event.conversation()), row, Why.TRANSFERRED));
    }

    private void stop(ConversationRecord conversation, PlannedAnswerRecord row, Why why) {
        rows.stopped(row, why);
        if (why != Why.ANSWERED_MEANWHILE) returns.bringBack(conversation, new UserId(row.getAuthorId()), "answer-not-sent");
        news.notSent(conversation, row, why);
    }

    /** Nobody waits for what was taken back after its contact had ended: it comes back, for whoever took it. The caller holds the conversation. */
    void takenBack(ConversationRecord conversation, PlannedAnswerRecord row, Access by) {
        if (row.getLater() && (promises.owesAnswer(conversation.getId()) || !solvedSince(conversation, Instant.MIN))) returns.bringBack(conversation, by.user(), "answer-taken-back");
    }

    private boolean solvedSince(ConversationRecord conversation, Instant since) {
        return db.select(CASES.SOLVED_AT).from(CASES).where(CASES.ID.eq(conversation.getCaseId()).and(CASES.STATE.eq("solved"))).fetchOptional()
                .filter(row -> row.value1().isAfter(since)).isPresent();
    }

    private static Why why(Problem refused) {
        return switch (refused.code()) {
            case "contacts/customer-wrote-meanwhile" -> Why.CUSTOMER_WROTE;
            case "contacts/answered-meanwhile" -> Why.ANSWERED_MEANWHILE;
            case "contacts/taken" -> Why.OTHER_HANDS;
            case "contacts/already-closed" -> Why.SOLVED;
            case "access/denied", "contacts/not-found" -> Why.NOT_ALLOWED;
            default -> Why.REFUSED;
        };
    }
}
