package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.GivenPromises.NewMoment;
import nl.hartslag.contacts.GivenPromises.NewPromise;
import nl.hartslag.contacts.GivenPromises.Outcome;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PromiseId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.shared.Visible;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person promises, from giving it to its outcome. Whoever changes a promise holds its conversation first, as writers do. */
@Component
class Giving {
    static final String KIND = "agent";
    private static final int LONGEST = 500;
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final DSLContext db;
    private final Conversations conversations;
    private final Scope scope;
    private final Handling handling;
    private final People people;
    private final EventLines lines;
    private final Promises promises;
    private final Moving moving;
    private final Reminders reminders;
    private final Returns returns;
    private final Reopening reopening;
    private final Clock clock;

    Giving(
            DSLContext db,
            Conversations conversations,
            Scope scope,
            Handling handling,
            People people,
            EventLines lines,
            Promises promises,
            Moving moving,
            Reminders reminders,
            Returns returns,
            Reopening reopening,
            Clock clock) {
        this.db = db;
        this.conversations = conversations;
        this.scope = scope;
        this.handling = handling;
        this.people = people;
        this.lines = lines;
        this.promises = promises;
        this.moving = moving;
        this.reminders = reminders;
        this.returns = returns;
        this.reopening = reopening;
        this.clock = clock;
    }

    PromiseId give(Access access, ConversationId id, NewPromise wanted) {
        access.require(Permission.CONTACTS_HANDLE);
        ConversationRecord conversation = conversations.lock(id);
        scope.check(access, conversation);
        access.require(Permission.CONTACTS_HANDLE, new BrandId(conversation.getBrandId()));
        Optional<PromiseRecord> known = db.selectFrom(PROMISE)
                .where(PROMISE.CONVERSATION_ID.eq(id.value())).and(PROMISE.CLIENT_KEY.eq(wanted.clientKey())).fetchOptional();
        if (known.isPresent()) return new PromiseId(known.get().getId());
        Conversations.checkStands(conversation);
        ContactRecord contact = conversations.lastContact(id).orElseThrow();
        Instant now = clock.instant();
        checkWords(wanted.words());
        checkMoment(wanted.from(), wanted.due(), now);
        PromiseRecord promise = db.newRecord(PROMISE);
        promise.setId(Uuid7.next());
        promise.setBrandId(conversation.getBrandId());
        promise.setContactId(contact.getId());
        promise.setCaseId(conversation.getCaseId());
        promise.setConversationId(conversation.getId());
        promise.setKind(KIND);
        promise.setAct(Rows.column(wanted.act()));
        promise.setWords(wanted.words().strip());
        promise.setOwnerId(ownerOf(access, contact, wanted.owner()));
        promise.setMadeBy(access.user().value());
        promise.setClientKey(wanted.clientKey());
        promise.setMadeAt(now);
        promise.setTold(true);
        promise.setState("open");
        promise.setMoved(0);
        reminders.set(promise, wanted.from(), wanted.due(), now);
        promise.insert();
        reopening.solved(conversation, now);
        changed(access, promise, "promise.given " + promise.getWords());
        return new PromiseId(promise.getId());
    }

    void settle(Access access, PromiseId id, Outcome outcome, @Nullable String why) {
        PromiseRecord promise = held(access, id);
        Instant now = clock.instant();
        boolean tooLate = isLate(promise, now);
        String state = switch (outcome) {
            case KEPT -> tooLate ? "kept_late" : "kept";
            case BROKEN -> "broken";
            case WITHDRAWN -> "withdrawn";
        };
        if (settled(promise)) {
            if (sameOutcome(promise, outcome)) return;
            throw Problem.of("promises/settled", 409);
        }
        @Nullable String reason = checkedWhy(why, outcome == Outcome.BROKEN || outcome == Outcome.WITHDRAWN && tooLate, "why");
        promise.setState(state);
        promise.setSettledAt(now);
        promise.setSettledBy(access.user().value());
        promise.setWhy(reason);
        promise.update();
        changed(access, promise, "promise." + state + " " + promise.getWords());
        returns.nothingForgotten(conversations.lock(new ConversationId(promise.getConversationId())), access.user(), "promise-settled");
    }

    /** What was taken back is to be kept again: with a reminder, and in a case that is not solved. */
    void reopen(Access access, PromiseId id) {
        PromiseRecord promise = held(access, id);
        if (!settled(promise)) return;
        Instant now = clock.instant();
        if (now.isAfter(promise.getDueAt())) {
            if (promise.getLateAt() == null) promise.setLateAt(promise.getDueAt());
            promise.setState("late");
        } else {
            promise.setState("open");
            reminders.set(promise, promise.getFromAt(), promise.getDueAt(), now);
        }
        promise.setSettledAt(null);
        promise.setSettledBy(null);
        promise.setWhy(null);
        promise.update();
        reopening.solved(conversations.lock(new ConversationId(promise.getConversationId())), now);
        changed(access, promise, "promise.reopened " + promise.getWords());
    }

    void move(Access access, PromiseId id, NewMoment moment) {
        PromiseRecord promise = open(access, id);
        Instant now = clock.instant();
        @Nullable Instant counted = countedBy(promise, moment.due(), moment.agreed(), now);
        boolean same = moment.due().equals(promise.getDueAt()) && Objects.equals(moment.from(), promise.getFromAt());
        if (same && Objects.equals(counted, promise.getLateAt())) return;
        checkMoment(moment.from(), moment.due(), now);
        @Nullable String why = checkedWhy(moment.words(), !moment.agreed(), "words");
        moving.byPerson(promise, moment, why, now, access);
        promise.setLateAt(counted);
        promise.setState("open");
        promise.setMoved(promise.getMoved() + 1);
        reminders.set(promise, moment.from(), moment.due(), now);
        promise.update();
        changed(access, promise, (moment.agreed() ? "promise.moved-agreed " : "promise.moved-unagreed ") + promise.getWords());
    }

    /** The moment it stays counted by, if that is not the new one: what was late stays so, and only the customer changes what he was told. */
    private static @Nullable Instant countedBy(PromiseRecord promise, Instant due, boolean agreed, Instant now) {
        Instant told = promise.getLateAt() == null ? promise.getDueAt() : promise.getLateAt();
        if (now.isAfter(told)) return told;
        return !agreed && due.isAfter(told) ? told : null;
    }

    private static boolean isLate(PromiseRecord promise, Instant now) {
        return now.isAfter(promise.getDueAt()) || promise.getLateAt() != null && now.isAfter(promise.getLateAt());
    }

    void handOver(Access access, PromiseId id, UserId owner) {
        PromiseRecord promise = open(access, id);
        if (promise.getOwnerId().equals(owner.value())) return;
        promise.setOwnerId(ownerOf(access, contactOf(promise), owner));
        promise.update();
        changed(access, promise, "promise.handed-over " + people.user(owner).map(People.User::name).orElse(""));
        if (!owner.equals(access.user())) reminders.tell("promise.handed-over", promise, owner);
    }

    ContactRecord contactOf(PromiseRecord promise) {
        return db.selectFrom(CONTACT).where(CONTACT.ID.eq(promise.getContactId())).fetchSingle();
    }

    PromiseRecord seen(Access access, PromiseId id) {
        access.require(Permission.CONTACTS_VIEW);
        PromiseRecord promise = db.selectFrom(PROMISE)
                .where(PROMISE.ID.eq(id.value())).and(PROMISE.KIND.eq(KIND)).fetchOptional().orElseThrow(() -> Problem.notFound("promises"));
        ConversationRecord conversation = db.selectFrom(CONVERSATION).where(CONVERSATION.ID.eq(promise.getConversationId())).fetchSingle();
        if (!scope.sees(access, conversation)) throw Problem.notFound("promises");
        return promise;
    }

    private PromiseRecord open(Access access, PromiseId id) {
        PromiseRecord promise = held(access, id);
        if (settled(promise)) throw Problem.of("promises/settled", 409);
        return promise;
    }

    private PromiseRecord held(Access access, PromiseId id) {
        access.require(Permission.CONTACTS_HANDLE);
        PromiseRecord seen = seen(access, id);
        access.require(Permission.CONTACTS_HANDLE, new BrandId(seen.getBrandId()));
        Conversations.checkStands(conversations.lock(new ConversationId(seen.getConversationId())));
        return db.selectFrom(PROMISE).where(PROMISE.ID.eq(id.value())).forUpdate().fetchSingle();
    }

    private static boolean settled(PromiseRecord promise) {
        return promise.getSettledAt() != null;
    }

    private static boolean sameOutcome(PromiseRecord promise, Outcome outcome) {
        return switch (promise.getState()) {
            case "kept", "kept_late" -> outcome == Outcome.KEPT;
            case "broken" -> outcome == Outcome.BROKEN;
            default -> outcome == Outcome.WITHDRAWN;
        };
    }

    private UUID ownerOf(Access access, ContactRecord contact, @Nullable UserId owner) {
        if (owner == null || owner.equals(access.user())) return access.user().value();
        if (handling.receivers(access, contact).noneMatch(user -> user.id().equals(owner))) throw Problem.invalid("owner", "unknown");
        return owner.value();
    }

    private static void checkWords(String words) {
        if (Visible.nothing(words)) throw Problem.invalid("words", "required");
        if (words.strip().length() > LONGEST) throw Problem.invalid("words", "too-long", LONGEST);
    }

    private static @Nullable String checkedWhy(@Nullable String words, boolean needed, String field) {
        @Nullable String why = words == null || Visible.nothing(words) ? null : words.strip();
        if (needed && why == null) throw Problem.invalid(field, "required");
        if (why != null && why.length() > LONGEST) throw Problem.invalid(field, "too-long", LONGEST);
        return why;
    }

    private static void checkMoment(@Nullable Instant from, Instant due, Instant now) {
        if (!due.isAfter(now)) throw Problem.invalid("due", "past");
        if (due.isAfter(now.plus(FURTHEST))) throw Problem.invalid("due", "days-at-most", FURTHEST.toDays());
        if (from != null && !from.isBefore(due)) throw Problem.invalid("due", "before-from");
    }

    private void changed(Access access, PromiseRecord promise, String line) {
        lines.done(new ConversationId(promise.getConversationId()), access, new ContactId(promise.getContactId()), line);
        promises.changed(promise, promise.getConversationId());
    }
}
