package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * A promise by rule that is nearly due or late. Whoever has the case in hand is told; when nobody has it and the next step is ours, it comes
 * back as work. What waits in a queue needs neither: there promises decide the order. Nor does what an answer that is still to leave is to keep:
 * when that is stopped or taken back, that brings it back.
 */
@Component
class Pressing implements TimerHandler {
    static final String TIMER = "contacts.promise-presses";
    private final DSLContext db;
    private final Conversations conversations;
    private final PlannedRows answers;
    private final Returns returns;
    private final LiveStream live;

    Pressing(DSLContext db, Conversations conversations, PlannedRows answers, Returns returns, LiveStream live) {
        this.db = db;
        this.conversations = conversations;
        this.answers = answers;
        this.returns = returns;
        this.live = live;
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        ConversationRecord conversation = conversations.lock(ConversationId.of((String) timer.payload().get("conversation")));
        db.selectFrom(PROMISE)
                .where(PROMISE.ID.eq(PromiseId.of((String) timer.payload().get("promise")).value()))
                .and(PROMISE.STATE.in("open", "late"))
                .and(PROMISE.PAUSED_AT.isNull())
                .fetchOptional()
                .ifPresent(promise -> presses(promise, conversation));
    }

    private void presses(PromiseRecord promise, ConversationRecord conversation) {
        List<ContactRecord> inHand = db.selectFrom(CONTACT).where(CONTACT.CASE_ID.eq(promise.getCaseId())).and(CONTACT.STATE.ne("ended")).fetch();
        if (!inHand.isEmpty()) inHand.stream().filter(contact -> contact.getAssignedTo() != null).forEach(contact -> tell(promise, contact));
        else if (ours(promise) && !leaves(promise, conversation)) comesBack(promise, conversation);
    }

    private boolean ours(PromiseRecord promise) {
        return db.fetchExists(CASES, CASES.ID.eq(promise.getCaseId()).and(CASES.STATE.in("open", "waiting_for_department")
                .or(promise.getKind().equals("answer") ? CASES.STATE.eq("waiting_for_customer") : DSL.falseCondition())));
    }

    private boolean leaves(PromiseRecord promise, ConversationRecord conversation) {
        return promise.getKind().equals("answer") && answers.toLeaveIn(conversation.getId());
    }

    private void comesBack(PromiseRecord promise, ConversationRecord conversation) {
        conversations.lastContact(new ConversationId(conversation.getId()))
                .map(last -> last.getAssignedTo() == null ? last.getEndedBy() : last.getAssignedTo())
                .ifPresent(person -> returns.bringBack(conversation, new UserId(person), promise.getState().equals("late") ? "promise-late" : "promise-due"));
    }

    private void tell(PromiseRecord promise, ContactRecord contact) {
        String subject = db.select(CASES.SUBJECT).from(CASES).where(CASES.ID.eq(promise.getCaseId())).fetchSingle().value1();
        live.publish(new LiveEvent(
                promise.getState().equals("late") ? "promise.late" : "promise.presses",
                Optional.of(new BrandId(promise.getBrandId())),
                Optional.ofNullable(contact.getPartnerId()).map(PartnerId::new),
                Optional.of(Permission.CONTACTS_VIEW),
                Optional.of(new UserId(contact.getAssignedTo())),
                Map.of("promise", promise.getId(), "conversation", contact.getConversationId(), "brand", promise.getBrandId(), "words", subject,
                        "dueAt", promise.getDueAt())));
    }
}
