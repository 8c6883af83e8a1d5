package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.TRANSFER;

import java.util.Optional;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.ReversibleWork;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.WrapUp;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contact is held before it is looked at, so that what is put back is what nobody touched. */
@Service
@Transactional
class ReversibleWorkService implements ReversibleWork {
    private final DSLContext db;
    private final Handling handling;
    private final Priorities priorities;
    private final Closing closing;
    private final AnswersLeaving leaving;
    private final Conversations conversations;
    private final Returns returns;
    private final EventLines lines;

    ReversibleWorkService(
            DSLContext db, Handling handling, Priorities priorities, Closing closing, AnswersLeaving leaving, Conversations conversations, Returns returns, EventLines lines) {
        this.db = db;
        this.handling = handling;
        this.priorities = priorities;
        this.closing = closing;
        this.leaving = leaving;
        this.conversations = conversations;
        this.returns = returns;
        this.lines = lines;
    }

    @Override
    public @Nullable Step prioritise(Access access, ContactId contact, Priority priority) {
        ContactRecord before = handling.held(access, contact);
        if (before.getPriority().equals(Rows.column(priority))) return null;
        priorities.set(access, contact, priority);
        return step(Kind.PRIORITY, before);
    }

    @Override
    public Step transfer(Access access, ContactId contact, Transfer transfer) {
        leaving.before(access, contact);
        ContactRecord before = handling.held(access, contact);
        handling.transfer(access, contact, transfer);
        return step(Kind.TRANSFER, before);
    }

    @Override
    public Step wrapUp(Access access, ContactId contact, WrapUp wrapUp) {
        leaving.before(access, contact);
        ContactRecord before = handling.held(access, contact);
        // of what ended already the same by the same person would be no step of his
        if (before.getState().equals("ended")) throw Problem.of("contacts/already-closed", 409);
        closing.wrapUp(access, contact, new WrapUp(wrapUp.caseState(), missing(before, wrapUp.registration()), wrapUp.seenSeq(), wrapUp.comesBackAt(), wrapUp.subState()));
        return step(Kind.WRAP_UP, before);
    }

    private static Registration missing(ContactRecord contact, Registration asked) {
        boolean caused = contact.getCauseDepartmentId() != null;
        return new Registration(
                contact.getReasonId() == null ? asked.reason() : null,
                caused ? null : asked.cause(),
                caused ? null : asked.process(),
                contact.getResult() == null ? asked.result() : null);
    }

    private Step step(Kind kind, ContactRecord before) {
        ContactRecord now = handling.get(new ContactId(before.getId()));
        UserId assigned = before.getAssignedTo() == null ? null : new UserId(before.getAssignedTo());
        return new Step(kind, now.getVersion(), Rows.state(Priority.class, before.getPriority()), Handling.queue(before), before.getState().equals("waiting"), assigned);
    }

    @Override
    public boolean takeBack(Access access, ContactId id, Step step) {
        ContactRecord contact = handling.held(access, id);
        access.require(Permission.CONTACTS_HANDLE, new BrandId(contact.getBrandId()));
        if (contact.getVersion() != step.version()) return false;
        return switch (step.kind()) {
            case PRIORITY -> {
                priorities.set(access, id, step.priority());
                yield true;
            }
            case TRANSFER -> transferredBack(access, contact, step);
            case WRAP_UP -> workAgain(contact, step);
        };
    }

    private boolean transferredBack(Access access, ContactRecord contact, Step step) {
        if (contact.getState().equals("ended")) return false;
        ContactId id = new ContactId(contact.getId());
        UserId holds = contact.getAssignedTo() == null ? null : new UserId(contact.getAssignedTo());
        db.deleteFrom(TRANSFER).where(TRANSFER.ID.eq(
                        db.select(TRANSFER.ID).from(TRANSFER).where(TRANSFER.CONTACT_ID.eq(contact.getId())).orderBy(TRANSFER.AT.desc(), TRANSFER.ID.desc()).limit(1)))
                .execute();
        contact.setQueueId(Rows.value(step.queue()));
        contact.setState("waiting");
        contact.setAssignedTo(null);
        contact.setAssignedAt(null);
        contact.setVersion(contact.getVersion() + 1);
        contact.update();
        lines.done(new ConversationId(contact.getConversationId()), access, id, "transfer-taken-back");
        handling.waits(contact, holds, Optional.empty(), "transfer-taken-back");
        if (!step.waited() && step.assigned() != null) handling.assign(id, step.assigned());
        return true;
    }

    /** Nobody may have it in hand by now. */
    private boolean workAgain(ContactRecord contact, Step step) {
        ConversationRecord conversation = conversations.lock(new ConversationId(contact.getConversationId()));
        ConversationId id = new ConversationId(conversation.getId());
        boolean latest = conversations.lastContact(id).filter(one -> one.getId().equals(contact.getId())).isPresent();
        if (!latest || conversations.openContact(id).isPresent()) return false;
        handling.waits(returns.again(conversation, "wrap-up-taken-back"), null, Optional.ofNullable(step.assigned()), "wrap-up-taken-back");
        return true;
    }
}
