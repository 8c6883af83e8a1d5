package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ContactEvent.ContactAbandoned;
import nl.hartslag.contacts.ContactEvent.ContactWrappedUp;
import nl.hartslag.contacts.Result;
import nl.hartslag.contacts.internal.RuleBook.Promised;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The promise to solve a case, where a rule gives it: one per case, from its first contact until it is solved. While the case waits for
 * the customer it stands still, and goes on with the time that was left; what is late already stays late, for that is what it was.
 *
 * <p>A case that is opened again keeps the promise it had, kept or broken: that was about the solution of then. When the customer opened
 * it by writing, a new promise runs from his message, by the rule that holds by then. When we opened it, for something that a colleague
 * promised, that is the promise that holds, and nothing runs beside it until the customer writes.
 */
@Component
class Solutions {
    static final String KIND = "solution";
    private final DSLContext db;
    private final RuleBook rules;
    private final Promises promises;
    private final Moving moving;

    Solutions(DSLContext db, RuleBook rules, Promises promises, Moving moving) {
        this.db = db;
        this.rules = rules;
        this.promises = promises;
        this.moving = moving;
    }

    /** Cases that were just opened, each with its first contact. */
    void begin(List<ContactRecord> contacts) {
        if (contacts.isEmpty()) return;
        RuleBook.Now now = rules.read(contacts);
        List<ContactRecord> promised = contacts.stream().filter(contact -> now.solution(contact).isPresent()).toList();
        promises.store(promised.stream()
                .map(contact -> Promises.promise(now.solution(contact).orElseThrow(), contact, KIND, contact.getWaitingSince()))
                .toList(), promised);
    }

    /** The customer opened a contact: what runs goes on, and what is not promised yet is from now. */
    void customerWaits(ContactRecord contact, Instant since) {
        if (running(contact.getCaseId()).isEmpty()) begin(contact, since);
    }

    /** Where a rule gives it to this contact. @return the one that another contact of the case began in this moment */
    Optional<PromiseRecord> begin(ContactRecord contact, Instant since) {
        Optional<Promised> promised = rules.read(contact).solution(contact);
        if (promised.isEmpty()) return Optional.empty();
        alone(contact.getCaseId());
        Optional<PromiseRecord> there = running(contact.getCaseId());
        if (there.isEmpty()) promises.store(List.of(Promises.promise(promised.get(), contact, KIND, since)), List.of(contact));
        return there;
    }

    /**
     * Of those who begin or bring a solution one at a time. Not by the row of the case: who moves cases holds it before their contacts, and
     * who begins a solution holds a contact already.
     */
    private void alone(UUID... cases) {
        Stream.of(cases).sorted().forEach(one -> db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 72))", DSL.val("contacts/solution/" + one)));
    }

    /** The case is ours again: the clock runs with the time that was left. */
    void goesOn(UUID caseId, Instant at) {
        running(caseId).filter(promise -> promise.getPausedAt() != null).ifPresent(promise -> {
            ContactRecord contact = latest(caseId);
            Optional<Promised> promised = rules.read(contact).solution(contact);
            if (promised.isEmpty()) promises.settle(promise, "withdrawn", at, contact.getConversationId());
            else moving.goOn(promise, contact, promised.get(), at);
        });
    }

    @EventListener
    void wrappedUp(ContactWrappedUp event) {
        boolean spam = event.registration().result() == Result.SPAM;
        stands(event.caseId().value(), event.caseState(), spam, event.conversation().value(), event.occurredAt());
    }

    /** How the case stands now; while another department is asked, the customer waits for us all the same. */
    void stands(UUID caseId, CaseState state, boolean spam, UUID conversation, Instant at) {
        if (state == CaseState.SOLVED) promises.solved(caseId, at);
        running(caseId).ifPresent(promise -> {
            switch (state) {
                case SOLVED -> promises.settle(promise, spam ? "withdrawn" : outcome(promise, at), at, conversation);
                case WAITING_FOR_CUSTOMER -> standStill(promise, conversation, at);
                case OPEN, WAITING_FOR_DEPARTMENT -> goesOn(caseId, at);
                case MERGED -> promises.settle(promise, "withdrawn", at, conversation);
            }
        });
    }

    /** Contacts come to another case: of two promises that run, the one that is due first is that of the case. The caller holds both cases. */
    void joining(UUID from, Collection<UUID> contacts, UUID to, Instant at) {
        alone(from, to);
        Optional<PromiseRecord> comes = running(from).filter(promise -> contacts.contains(promise.getContactId()));
        Optional<PromiseRecord> there = running(to);
        if (comes.isEmpty() || there.isEmpty()) return;
        PromiseRecord later = due(comes.get(), at).isBefore(due(there.get(), at)) ? there.get() : comes.get();
        promises.settle(later, "withdrawn", at, conversationOf(later));
    }

    /** Of one that stands still, by the time that is left. */
    private static Instant due(PromiseRecord promise, Instant at) {
        return promise.getPausedAt() == null ? promise.getDueAt() : at.plusSeconds(promise.getRunsSeconds());
    }

    private UUID conversationOf(PromiseRecord promise) {
        return db.select(CONTACT.CONVERSATION_ID).from(CONTACT).where(CONTACT.ID.eq(promise.getContactId())).fetchSingle().value1();
    }

    /** Contacts went from case to case: one of which something waits or is in hand has its promise, from when its customer came. */
    void parted(UUID caseId) {
        if (running(caseId).isPresent()) return;
        db.selectFrom(CONTACT)
                .where(CONTACT.CASE_ID.eq(caseId))
                .and(CONTACT.STATE.ne("ended"))
                .and(CONTACT.KIND.eq("inbound"))
                .orderBy(CONTACT.OPENED_AT, CONTACT.ID)
                .limit(1)
                .fetchOptional()
                .ifPresent(contact -> begin(contact, contact.getOpenedAt()));
    }

    /** Nobody waits for a solution any more, unless another contact of the case is open. */
    @EventListener
    void abandoned(ContactAbandoned event) {
        if (db.fetchExists(CONTACT, CONTACT.CASE_ID.eq(event.caseId().value()).and(CONTACT.STATE.ne("ended")))) return;
        running(event.caseId().value()).ifPresent(promise -> promises.settle(promise, "withdrawn", event.occurredAt(), event.conversation().value()));
    }

    private static String outcome(PromiseRecord promise, Instant at) {
        boolean late = promise.getState().equals("late") || promise.getPausedAt() == null && at.isAfter(promise.getDueAt());
        return late ? "kept_late" : "kept";
    }

    private void standStill(PromiseRecord promise, UUID conversation, Instant at) {
        if (!promise.getState().equals("open") || promise.getPausedAt() != null || !promise.getDueAt().isAfter(at)) return;
        Duration left = rules.time(promise, latest(promise.getCaseId())).between(at, promise.getDueAt());
        promise.setPausedAt(at);
        promise.setRunsFrom(at);
        // what is less than a second is the customer's
        promise.setRunsSeconds(Math.toIntExact(left.plusMillis(999).toSeconds()));
        promise.update();
        promises.changed(promise, conversation);
    }

    /** Open or late, held until the transaction ends. */
    Optional<PromiseRecord> running(UUID caseId) {
        return db.selectFrom(PROMISE)
                .where(PROMISE.CASE_ID.eq(caseId))
                .and(PROMISE.KIND.eq(KIND))
                .and(PROMISE.STATE.in("open", "late"))
                .forUpdate()
                .fetchOptional();
    }

    private ContactRecord latest(UUID caseId) {
        return db.selectFrom(CONTACT).where(CONTACT.CASE_ID.eq(caseId)).orderBy(CONTACT.OPENED_AT.desc(), CONTACT.ID.desc()).limit(1).fetchSingle();
    }
}
