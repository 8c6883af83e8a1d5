package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.PROMISE_MOVE;

import java.time.Duration;
import java.time.Instant;
import nl.hartslag.contacts.GivenPromises.NewMoment;
import nl.hartslag.contacts.internal.RuleBook.Promised;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRecord;
import nl.hartslag.contacts.internal.rules.Moments;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves an open promise by rule to the moment at which it is due by now, and keeps why any promise was moved. The caller holds the promise. */
@Component
class Moving {
    private final DSLContext db;
    private final Promises promises;

    Moving(DSLContext db, Promises promises) {
        this.db = db;
        this.promises = promises;
    }

    /**
     * @param kind    as {@code PromiseView.Move} names it
     * @param subject the name of what changed
     * @param at      when it changed; the moment is not before it
     */
    record Cause(String kind, @Nullable String subject, @Nullable UserId by, @Nullable String byName, Instant at) {}

    /** Does nothing the second time: the same rule and calendar give the same moment. */
    void move(PromiseRecord promise, ContactRecord contact, Promised promised, Cause cause) {
        boolean answer = promise.getKind().equals("answer");
        Duration left = answer ? promised.within() : Moments.left(promised.within(),
                Duration.ofSeconds(promise.getWithinSeconds()), Duration.ofSeconds(promise.getRunsSeconds()));
        Instant from = answer ? promise.getMadeAt() : promise.getRunsFrom();
        Instant old = promise.getDueAt();
        @Nullable Instant oldWarning = promise.getWarnAt();
        promised.run(promise, from, left);
        if (promise.getPausedAt() != null) {
            promise.update();
            return;
        }
        Instant due = Moments.moved(old, promised.due(from, left), promise.getToldDueAt(), cause.at());
        due(promise, contact, old, due, oldWarning, cause);
    }

    /** What stood still runs again. */
    void goOn(PromiseRecord promise, ContactRecord contact, Promised promised, Instant at) {
        Instant old = promise.getDueAt();
        Duration left = Duration.ofSeconds(promise.getRunsSeconds());
        promise.setPausedAt(null);
        promised.run(promise, at, left);
        due(promise, contact, old, promised.due(at, left), null, new Cause("customer", null, null, null, at));
    }

    private void due(PromiseRecord promise, ContactRecord contact, Instant old, Instant due, @Nullable Instant oldWarning, Cause cause) {
        Instant warning = promise.getWarnAt();
        if (warning != null && warning.isAfter(due)) promise.setWarnAt(due);
        if (warning != null && !warning.equals(oldWarning) && warning.isAfter(cause.at())) promise.setWarnedAt(null);
        promise.setDueAt(due);
        promise.update();
        boolean same = due.equals(old);
        if (same && (warning == null ? oldWarning == null : warning.equals(oldWarning))) return;
        if (!same) record(promise, old, due, cause, null);
        promises.timed(promise, contact.getConversationId());
        promises.changed(promise, contact.getConversationId());
    }

    /** A person moves what a person gave; it is not due otherwise yet. */
    void byPerson(PromiseRecord promise, NewMoment moment, @Nullable String words, Instant at, Access access) {
        Cause cause = new Cause(moment.agreed() ? "agreed" : "ours", null, access.user(), access.name(), at);
        record(promise, promise.getDueAt(), moment.due(), cause, words);
    }

    private void record(PromiseRecord promise, Instant old, Instant due, Cause cause, @Nullable String words) {
        db.insertInto(PROMISE_MOVE)
                .set(PROMISE_MOVE.ID, Uuid7.next())
                .set(PROMISE_MOVE.PROMISE_ID, promise.getId())
                .set(PROMISE_MOVE.AT, cause.at())
                .set(PROMISE_MOVE.OLD_DUE_AT, old)
                .set(PROMISE_MOVE.NEW_DUE_AT, due)
                .set(PROMISE_MOVE.CAUSE, cause.kind())
                .set(PROMISE_MOVE.SUBJECT, cause.subject())
                .set(PROMISE_MOVE.BY_USER, Rows.value(cause.by()))
                .set(PROMISE_MOVE.BY_NAME, cause.byName())
                .set(PROMISE_MOVE.WORDS, words)
                .execute();
    }
}
