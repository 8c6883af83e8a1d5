package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE_MOVE;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ContactEvent.PromiseChanged;
import nl.hartslag.contacts.GivenPromises.Act;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.PromiseView.ByRule;
import nl.hartslag.contacts.PromiseView.Given;
import nl.hartslag.contacts.PromiseView.Move;
import nl.hartslag.contacts.internal.RuleBook.Promised;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import nl.hartslag.platform.database.Batches;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The promise to answer: made when a customer waits, kept by an answer, late by a timer. The timer is never cancelled but finds
 * that nothing is left to do: whoever settles holds the promise, which the timer waits for. A promise that is due at another moment
 * than it was gets timers of its own for that, so that whoever moves it waits for none that fires just now.
 */
@Component
class Promises implements TimerHandler {
    private static final String LATE = "contacts.promise-late";
    /** Written out, so that the planner sees that a partial index holds them. */
    static final Condition STILL_GIVEN = PROMISE.KIND.eq(DSL.inline("agent")).and(PROMISE.STATE.in(DSL.inline("open"), DSL.inline("late")));
    /** Customers who still wait for an answer, each written out as well. */
    static final Condition UNANSWERED = PROMISE.KIND.eq(DSL.inline("answer")).and(PROMISE.STATE.in(DSL.inline("open"), DSL.inline("late")));
    private final DSLContext db;
    private final RuleBook rules;
    private final Timers timers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Promises(
            DSLContext db, RuleBook rules, Timers timers, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.rules = rules;
        this.timers = timers;
        this.clock = clock;
        this.events = events;
    }

    /** Makes the promise, unless one is open already. */
    void customerWaits(ContactRecord contact, Instant since) {
        if (open(new ContactId(contact.getId())).isEmpty()) make(contact, since);
    }

    /** The first promise of a contact that was just opened; what was still to be answered before it goes along instead. */
    void make(ContactRecord contact, Instant since) {
        if (!goesAlong(contact)) store(List.of(promise(rules.read(contact), contact, since, firstInCase(contact))), List.of(contact));
    }

    private boolean firstInCase(ContactRecord contact) {
        return contact.getFirstAnswerAt() == null
                && !db.fetchExists(CONTACT, CONTACT.CASE_ID.eq(contact.getCaseId()).and(CONTACT.FIRST_ANSWER_AT.isNotNull()));
    }

    /** The first promises of contacts that a new case was just opened with, from when each waits. */
    void make(List<ContactRecord> contacts) {
        RuleBook.Now now = rules.read(contacts);
        store(contacts.stream().map(contact -> promise(now, contact, contact.getWaitingSince(), true)).toList(), contacts);
    }

    private static PromiseRecord promise(RuleBook.Now now, ContactRecord contact, Instant since, boolean first) {
        PromiseRecord promise = promise(now.answer(contact, first), contact, "answer", since);
        promise.setStep(first ? "first" : "next");
        return promise;
    }

    /** A promise by rule that is still to be stored. */
    static PromiseRecord promise(Promised promised, ContactRecord contact, String kind, Instant since) {
        PromiseRecord promise = new PromiseRecord();
        promise.setId(Uuid7.next());
        promise.setBrandId(contact.getBrandId());
        promise.setContactId(contact.getId());
        promise.setCaseId(contact.getCaseId());
        promise.setKind(kind);
        promise.setMadeAt(since);
        promised.run(promise, since, promised.within());
        promise.setDueAt(promised.due(since, promised.within()));
        promise.setTold(false);
        promise.setState("open");
        return promise;
    }

    void store(List<PromiseRecord> promises, List<ContactRecord> contacts) {
        Batches.insert(db, promises);
        for (int i = 0; i < promises.size(); i++) {
            PromiseRecord promise = promises.get(i);
            UUID conversation = contacts.get(i).getConversationId();
            timers.schedule(LATE, promise.getId().toString(), promise.getDueAt(), Map.of("conversation", conversation.toString()));
            warn(promise, conversation);
            changed(promise, conversation);
        }
    }

    /** It is due at another moment than it was. */
    void timed(PromiseRecord promise, UUID conversation) {
        timers.schedule(LATE, Uuid7.next().toString(), promise.getDueAt(),
                Map.of("conversation", conversation.toString(), "promise", promise.getId().toString()));
        warn(promise, conversation);
    }

    private void warn(PromiseRecord promise, UUID conversation) {
        if (promise.getWarnAt() == null) return;
        timers.schedule(NearlyDue.TIMER, Uuid7.next().toString(), promise.getWarnAt(),
                Map.of("conversation", conversation.toString(), "promise", promise.getId().toString()));
    }

    /** What an earlier contact of the conversation still had to hear is in this answer too. */
    void answered(ContactRecord contact, Instant at) {
        heldIn(contact.getConversationId()).forEach(promise -> settle(
                promise, at.isAfter(promise.getDueAt()) ? "kept_late" : "kept", at, contact.getConversationId()));
    }

    /** He left; what he asked before this contact is answered all the same. */
    void withdrawn(ContactRecord contact, Instant at) {
        held(new ContactId(contact.getId()))
                .filter(promise -> !promise.getMadeAt().isBefore(contact.getOpenedAt()))
                .ifPresent(promise -> settle(promise, "withdrawn", at, contact.getConversationId()));
    }

    /**
     * An answer settles a promise at once, so what is open when the contact ends was never answered. While the next step is ours, or the customer
     * was told when he hears from us, the answer is still to come; else it needs none.
     */
    void endedUnanswered(ContactRecord contact, boolean spam, boolean stillLeaves, CaseState state, Instant at) {
        for (PromiseRecord promise : heldIn(contact.getConversationId())) {
            if (spam && promise.getContactId().equals(contact.getId())) settle(promise, "withdrawn", at, contact.getConversationId());
            else if (!stillLeaves && !comes(promise, state)) needsNone(promise, at, contact.getConversationId());
        }
    }

    private static boolean comes(PromiseRecord promise, CaseState state) {
        return switch (state) {
            case OPEN, WAITING_FOR_DEPARTMENT -> true;
            case WAITING_FOR_CUSTOMER -> promise.getTold();
            case SOLVED, MERGED -> false;
        };
    }

    /** The case is solved, so no answer of it is to come any more. */
    void solved(UUID caseId, Instant at) {
        db.select(PROMISE.fields()).select(CONTACT.CONVERSATION_ID)
                .from(PROMISE)
                .join(CONTACT).on(CONTACT.ID.eq(PROMISE.CONTACT_ID))
                .where(PROMISE.CASE_ID.eq(caseId))
                .and(UNANSWERED)
                .and(CONTACT.STATE.eq("ended"))
                .orderBy(PROMISE.ID)
                .forUpdate().of(PROMISE)
                .fetch()
                .forEach(row -> needsNone(row.into(PROMISE), at, row.get(CONTACT.CONVERSATION_ID)));
    }

    /** Nobody waits for it any more; but when its moment had gone by, it was broken. */
    private void needsNone(PromiseRecord promise, Instant at, UUID conversation) {
        settle(promise, at.isAfter(promise.getDueAt()) ? "broken" : "withdrawn", at, conversation);
    }

    /**
     * What came back is answered by this contact: of what is still to be answered, what is due first is its promise.
     *
     * @return whether anything is
     */
    boolean goesAlong(ContactRecord back) {
        Optional<PromiseRecord> first = heldIn(back.getConversationId()).stream().min(Comparator.comparing(PromiseRecord::getDueAt));
        first.ifPresent(promise -> {
            promise.setContactId(back.getId());
            promise.update();
            changed(promise, back.getConversationId());
        });
        return first.isPresent();
    }

    /** Whether a customer still waits for an answer here. */
    boolean owesAnswer(UUID conversation) {
        return !heldIn(conversation).isEmpty();
    }

    private List<PromiseRecord> heldIn(UUID conversation) {
        return db.selectFrom(PROMISE)
                .where(PROMISE.CONTACT_ID.in(DSL.select(CONTACT.ID).from(CONTACT).where(CONTACT.CONVERSATION_ID.eq(conversation))))
                .and(UNANSWERED)
                .orderBy(PROMISE.ID)
                .forUpdate()
                .fetch();
    }

    Map<ContactId, PromiseView> told(Collection<ContactId> contacts) {
        return db.update(PROMISE)
                .set(PROMISE.TOLD, true)
                .set(PROMISE.TOLD_DUE_AT, DSL.coalesce(PROMISE.TOLD_DUE_AT, PROMISE.DUE_AT))
                .where(PROMISE.CONTACT_ID.eq(DSL.any(contacts.stream().map(ContactId::value).toArray(UUID[]::new))))
                .and(PROMISE.KIND.eq("answer"))
                .and(PROMISE.STATE.in("open", "late"))
                .returning()
                .fetchMap(row -> new ContactId(row.getContactId()), Promises::view);
    }

    Optional<PromiseRecord> open(ContactId contact) {
        return answer(contact).fetchOptional();
    }

    /** The same, held until the transaction ends. */
    Optional<PromiseRecord> held(ContactId contact) {
        return answer(contact).forUpdate().fetchOptional();
    }

    private SelectConditionStep<PromiseRecord> answer(ContactId contact) {
        return db.selectFrom(PROMISE)
                .where(PROMISE.CONTACT_ID.eq(contact.value()))
                .and(PROMISE.KIND.eq("answer"))
                .and(PROMISE.STATE.in("open", "late"));
    }

    /** What is still to be kept, and the newest of the rest; oldest first. */
    List<PromiseView> ofCase(CaseId id) {
        Map<UUID, List<Move>> moves = moves(id);
        return db.select(PROMISE.fields())
                .select(SHOWN_USER.NAME)
                .from(PROMISE)
                .leftJoin(SHOWN_USER)
                .on(SHOWN_USER.ID.eq(PROMISE.OWNER_ID))
                .where(PROMISE.CASE_ID.eq(id.value()))
                .orderBy(PROMISE.STATE.in("open", "late").desc(), PROMISE.MADE_AT.desc(), PROMISE.ID.desc())
                .limit(200)
                .fetch(row -> view(row.into(PROMISE), row.get(SHOWN_USER.NAME), moves.getOrDefault(row.get(PROMISE.ID), List.of())))
                .stream()
                .sorted(Comparator.comparing(PromiseView::madeAt))
                .toList();
    }

    private Map<UUID, List<Move>> moves(CaseId id) {
        return db.select(PROMISE_MOVE.fields())
                .from(PROMISE_MOVE)
                .join(PROMISE).on(PROMISE.ID.eq(PROMISE_MOVE.PROMISE_ID))
                .where(PROMISE.CASE_ID.eq(id.value()))
                .orderBy(PROMISE_MOVE.AT, PROMISE_MOVE.ID)
                .limit(1_000)
                .fetchGroups(PROMISE_MOVE.PROMISE_ID, row -> new Move(row.get(PROMISE_MOVE.AT), row.get(PROMISE_MOVE.OLD_DUE_AT),
                        row.get(PROMISE_MOVE.NEW_DUE_AT), row.get(PROMISE_MOVE.CAUSE), row.get(PROMISE_MOVE.SUBJECT), row.get(PROMISE_MOVE.BY_NAME), row.get(PROMISE_MOVE.WORDS)));
    }

    /** Whether a person promised something in this case that is still to be kept. */
    boolean givenInCase(ContactRecord contact) {
        return db.fetchExists(PROMISE, PROMISE.CASE_ID.eq(contact.getCaseId()).and(STILL_GIVEN));
    }

    /** Whether a promise brings a conversation of this case back by itself. */
    boolean bringsBack(CaseId id) {
        return db.fetchExists(PROMISE, PROMISE.CASE_ID.eq(id.value()).and(STILL_GIVEN).and(PROMISE.STATE.eq("open")));
    }

    /** Whether a promise brings this conversation back by itself: at its reminder, or at its end. */
    boolean bringsBack(UUID conversation) {
        return db.fetchExists(PROMISE, PROMISE.CONVERSATION_ID.eq(conversation)
                .and(STILL_GIVEN)
                .and(PROMISE.STATE.eq("open")));
    }

    @Override
    public String kind() {
        return LATE;
    }

    @Override
    public void fire(DueTimer timer) {
        db.update(PROMISE)
                .set(PROMISE.STATE, "late")
                .where(PROMISE.ID.eq(PromiseId.of((String) timer.payload().getOrDefault("promise", timer.key())).value()))
                .and(PROMISE.STATE.eq("open"))
                .and(PROMISE.PAUSED_AT.isNull())
                .and(PROMISE.DUE_AT.le(timer.dueAt()))
                .returning()
                .fetchOptional()
                .ifPresent(promise -> presses(promise, ConversationId.of((String) timer.payload().get("conversation")).value()));
    }

    /** It is nearly due, or late. */
    void presses(PromiseRecord promise, UUID conversation) {
        changed(promise, conversation);
        timers.schedule(Pressing.TIMER, Uuid7.next().toString(), clock.instant(),
                Map.of("conversation", conversation.toString(), "promise", promise.getId().toString()));
    }

    void settle(PromiseRecord promise, String state, Instant at, UUID conversation) {
        promise.setState(state);
        promise.setSettledAt(at);
        promise.update();
        changed(promise, conversation);
    }

    void changed(PromiseRecord promise, UUID conversation) {
        events.publishEvent(new PromiseChanged(
                new ContactId(promise.getContactId()),
                new ConversationId(conversation),
                new BrandId(promise.getBrandId()),
                view(promise),
                clock.instant()));
    }

    static PromiseView view(PromiseRecord row) {
        return view(row, null, List.of());
    }

    private static PromiseView view(PromiseRecord row, @Nullable String ownerName, List<Move> moves) {
        boolean given = row.getKind().equals(Giving.KIND);
        return new PromiseView(
                new PromiseId(row.getId()),
                new ContactId(row.getContactId()),
                row.getKind(),
                row.getMadeAt(),
                row.getDueAt(),
                row.getTold(),
                row.getState(),
                row.getSettledAt(),
                given ? given(row, ownerName) : null,
                given ? null : new ByRule(row.getStep(), row.getWarnedAt() != null, row.getPausedAt()),
                moves);
    }

    private static Given given(PromiseRecord row, @Nullable String ownerName) {
        return new Given(Rows.state(Act.class, row.getAct()), row.getWords(), row.getFromAt(), new UserId(row.getOwnerId()), ownerName,
                row.getState().equals("open"), row.getMoved(), row.getWhy());
    }
}
