package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.util.Optional;
import nl.hartslag.contacts.ContactEvent.ContactQueued;
import nl.hartslag.contacts.ContactEvent.ContactReleased;
import nl.hartslag.contacts.ContactEvent.PriorityChanged;
import nl.hartslag.contacts.internal.Moving.Cause;
import nl.hartslag.contacts.internal.RuleBook.Promised;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import nl.hartslag.shared.ContactId;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is promised by rule follows the contact: in another queue, or with more haste, another rule may hold. In the transaction of
 * whoever changes it, so that nobody sees the one without the other.
 */
@Component
class Recalculating {
    private final DSLContext db;
    private final RuleBook rules;
    private final Promises promises;
    private final Solutions solutions;
    private final Moving moving;

    Recalculating(DSLContext db, RuleBook rules, Promises promises, Solutions solutions, Moving moving) {
        this.db = db;
        this.rules = rules;
        this.promises = promises;
        this.solutions = solutions;
        this.moving = moving;
    }

    @EventListener
    void queued(ContactQueued event) {
        follow(event.contact(), new Cause("queue", null, null, null, event.occurredAt()));
    }

    @EventListener
    void transferred(ContactReleased event) {
        if (event.why().equals("transferred")) follow(event.contact(), new Cause("queue", null, null, null, event.occurredAt()));
    }

    @EventListener
    void prioritised(PriorityChanged event) {
        follow(event.contact(), new Cause("priority", null, event.by(), event.byName(), event.occurredAt()));
    }

    /** A solution that was not promised yet is from now, when the rule that holds now gives one. */
    private void follow(ContactId id, Cause cause) {
        ContactRecord contact = db.selectFrom(CONTACT).where(CONTACT.ID.eq(id.value())).fetchSingle();
        if (contact.getState().equals("ended")) return;
        promises.held(id).ifPresent(promise -> follow(promise, contact, rules.read(contact), cause));
        Optional<PromiseRecord> solution = solutions.running(contact.getCaseId());
        boolean never = solution.isEmpty() && !db.fetchExists(PROMISE, PROMISE.CASE_ID.eq(contact.getCaseId()).and(PROMISE.KIND.eq(Solutions.KIND)));
        if (never) solution = solutions.begin(contact, cause.at());
        solution.ifPresent(promise -> follow(promise, contact, rules.read(contact), cause));
    }

    /** Only what is open: what is late stays what it was. A solution that no rule promises any more is withdrawn. */
    void follow(PromiseRecord promise, ContactRecord contact, RuleBook.Now now, Cause cause) {
        if (!promise.getState().equals("open")) return;
        Optional<Promised> promised = promise.getKind().equals(Solutions.KIND)
                ? now.solution(contact)
                : Optional.of(now.answer(contact, !"next".equals(promise.getStep())));
        if (promised.isPresent()) moving.move(promise, contact, promised.get(), cause);
        else promises.settle(promise, "withdrawn", cause.at(), contact.getConversationId());
    }
}
