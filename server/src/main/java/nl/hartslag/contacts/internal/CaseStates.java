package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONSULT;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.internal.CaseRows.Held;
import nl.hartslag.contacts.internal.db.tables.records.CaseChangeRecord;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConversationId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How cases stand after contacts went from one to another. A case is never left open with nobody: somebody has it, or something brings it back. */
@Component
class CaseStates {
    private final DSLContext db;
    private final CaseRows rows;
    private final Conversations conversations;
    private final Promises promises;
    private final PlannedRows answers;
    private final Solutions solutions;
    private final SilentSpans silences;
    private final Returns returns;
    private final Reopening reopening;
    private final Closing closing;

    CaseStates(
            DSLContext db, CaseRows rows, Conversations conversations, Promises promises, PlannedRows answers, Solutions solutions, SilentSpans silences, Returns returns,
            Reopening reopening, Closing closing) {
        this.db = db;
        this.rows = rows;
        this.conversations = conversations;
        this.promises = promises;
        this.answers = answers;
        this.solutions = solutions;
        this.silences = silences;
        this.returns = returns;
        this.reopening = reopening;
        this.closing = closing;
    }

    static CaseState of(CasesRecord row) {
        return Rows.state(CaseState.class, row.getState());
    }

    /** One goes on for both, as the one of them of which more is to be done. */
    void joined(CasesRecord from, CasesRecord to, ConversationRecord through, Instant now) {
        CaseState was = of(from);
        CaseState both = was.compareTo(of(to)) < 0 ? was : of(to);
        if (both == CaseState.SOLVED) solvedLast(from, to);
        else becomes(to, both, through, now);
        from.setMergedInto(to.getId());
        from.setState(Rows.column(CaseState.MERGED));
        counted(from);
        counted(to);
    }

    private static void solvedLast(CasesRecord from, CasesRecord to) {
        if (from.getSolvedAt() == null || (to.getSolvedAt() != null && !from.getSolvedAt().isAfter(to.getSolvedAt()))) return;
        to.setSolvedAt(from.getSolvedAt());
        to.setSolvedBy(from.getSolvedBy());
    }

    /**
     * A case that gets what somebody has in hand, what waits for somebody or what comes back, is open; one that was solved
     * waits while an answer is still to leave; by the rest it is not changed.
     */
    void cameIn(CasesRecord to, ConversationRecord through, Instant now) {
        if (rows.inHand(to) || planned(to)) becomes(to, CaseState.OPEN, through, now);
        else if (of(to) == CaseState.SOLVED && answers.toLeaveIn(through.getId())) becomes(to, CaseState.WAITING_FOR_CUSTOMER, through, now);
        counted(to);
    }

    private void becomes(CasesRecord row, CaseState state, ConversationRecord through, Instant now) {
        if (of(row) == CaseState.SOLVED) reopening.open(row, through, now);
        if (state == CaseState.OPEN) solutions.goesOn(row.getId(), now);
        row.setState(Rows.column(state));
    }

    /** A new case of what was taken out stands as the old one did; what had ended while the old one went on is solved. */
    void begun(CasesRecord to) {
        if (rows.inHand(to)) stands(to, CaseState.OPEN);
        else if (asked(to)) stands(to, CaseState.WAITING_FOR_DEPARTMENT);
        else if (planned(to)) stands(to, CaseState.OPEN);
        else if (ours(to) && answers.toLeave(to.getId())) stands(to, CaseState.WAITING_FOR_CUSTOMER);
        else if (ours(to)) {
            ContactRecord last = last(to);
            solved(to, last.getEndedAt(), last);
        }
        counted(to);
    }

    /** Whether the next step is ours, or that of a department we asked. */
    private static boolean ours(CasesRecord row) {
        return of(row) == CaseState.OPEN || of(row) == CaseState.WAITING_FOR_DEPARTMENT;
    }

    private static void stands(CasesRecord row, CaseState state) {
        row.setState(Rows.column(state));
        row.setSolvedAt(null);
        row.setSolvedBy(null);
    }

    private static void solved(CasesRecord row, Instant at, ContactRecord last) {
        row.setState(Rows.column(CaseState.SOLVED));
        row.setSolvedAt(at);
        row.setSolvedBy(last.getEndedBy());
    }

    /** @param said how it stands by the word of who took something out; asked when nothing in it shows it */
    void leftBehind(Access access, CasesRecord from, Held held, @Nullable CaseState said, Instant now) {
        if (ours(from) && !rows.inHand(from)) {
            if (asked(from)) stands(from, CaseState.WAITING_FOR_DEPARTMENT);
            else if (!planned(from)) {
                if (said != CaseState.OPEN && answers.toLeave(from.getId())) waitsFor(from, said);
                else leave(access, from, held, said, now);
            }
        }
        counted(from);
    }

    /** By the answer that is still to leave it is not brought back: it waits for who gets it, and nobody solves it before. */
    private void waitsFor(CasesRecord row, @Nullable CaseState said) {
        if (said == CaseState.SOLVED) answers.checkNone(last(row));
        stands(row, CaseState.WAITING_FOR_CUSTOMER);
    }

    private void leave(Access access, CasesRecord from, Held held, @Nullable CaseState said, Instant now) {
        if (said == null) throw Problem.invalid("behind", "required");
        switch (said) {
            case SOLVED -> {
                ContactRecord last = last(from);
                if (promises.givenInCase(last)) throw Problem.of("contacts/promise-open", 409);
                from.setState(Rows.column(CaseState.SOLVED));
                from.setSolvedAt(now);
                from.setSolvedBy(access.user().value());
                from.update();
                closing.publishSolved(last, access.user(), now);
            }
            case WAITING_FOR_CUSTOMER -> stands(from, said);
            case WAITING_FOR_DEPARTMENT -> throw Problem.invalid("behind", "nothing-asked");
            case OPEN -> bringBack(access, from, held).orElseThrow(() -> Problem.invalid("behind", "nothing-left-open"));
            case MERGED -> throw Problem.invalid("behind", "unknown");
        }
    }

    /** What stays behind comes back now as work, for whoever took the rest out. */
    private Optional<ConversationRecord> bringBack(Access access, CasesRecord from, Held held) {
        Optional<ConversationRecord> back = held.conversations().values().stream()
                .filter(conversation -> conversation.getCaseId().equals(from.getId()))
                .filter(conversation -> conversations.openContact(new ConversationId(conversation.getId())).isEmpty())
                .max(Comparator.comparing(ConversationRecord::getLastMessageAt));
        back.ifPresent(conversation -> returns.bringBack(conversation, access.user(), "case-left"));
        return back;
    }

    /** The case that got everything back stands as it did; what was done with it elsewhere meanwhile counts. */
    void restored(Access access, CasesRecord from, CasesRecord to, CaseChangeRecord change, Held held) {
        boolean merged = of(from) == CaseState.MERGED;
        from.setMergedInto(null);
        CaseState before = Rows.state(CaseState.class, change.getFromState());
        boolean waited = before == CaseState.OPEN || before == CaseState.WAITING_FOR_DEPARTMENT;
        if (merged || ours(from)) {
            if (merged && !waited) rests(access, from, before, change.getFromSolvedAt(), change.getFromSolvedBy(), held);
            else rests(access, from, of(to), to.getSolvedAt(), to.getSolvedBy(), held);
        } else if (rows.inHand(from) || planned(from)) {
            stands(from, asked(from) && !rows.inHand(from) ? CaseState.WAITING_FOR_DEPARTMENT : CaseState.OPEN);
        }
        counted(from);
    }

    /** The case that gave it back stands as before, unless others solved it or asked the customer something since. */
    void gaveBack(Access access, CasesRecord to, CasesRecord from, CaseChangeRecord change, Held held) {
        if (rows.empty(to)) {
            to.setMergedInto(from.getId());
            to.setState(Rows.column(CaseState.MERGED));
        } else if (ours(to) || to.getState().equals(change.getToBecame()) && change.getToState() != null) {
            CaseState before = change.getToState() == null ? CaseState.OPEN : Rows.state(CaseState.class, change.getToState());
            rests(access, to, before, change.getToSolvedAt(), change.getToSolvedBy(), held);
        }
        counted(to);
    }

    /** As what is in hand or comes back has it; else as it stood; and when that was ours, it comes back now. */
    private void rests(Access access, CasesRecord row, CaseState before, @Nullable Instant solvedAt, @Nullable UUID solvedBy, Held held) {
        stands(row, CaseState.OPEN);
        if (rows.inHand(row)) return;
        if (asked(row)) stands(row, CaseState.WAITING_FOR_DEPARTMENT);
        else if (planned(row)) return;
        else if (before != CaseState.SOLVED && answers.toLeave(row.getId())) stands(row, CaseState.WAITING_FOR_CUSTOMER);
        else if (before == CaseState.WAITING_FOR_CUSTOMER) stands(row, before);
        else if (before == CaseState.SOLVED) {
            row.setState(Rows.column(before));
            row.setSolvedAt(solvedAt);
            row.setSolvedBy(solvedBy);
        } else {
            row.update();
            if (bringBack(access, row, held).isEmpty()) stands(row, CaseState.WAITING_FOR_CUSTOMER);
        }
    }

    /** The promise to solve it runs, stands still or ends as the case now stands; so does waiting for its customer. */
    void clock(CasesRecord row, Instant now) {
        silences.stands(row, now);
        if (rows.empty(row)) return;
        solutions.parted(row.getId());
        Instant at = row.getSolvedAt() == null ? now : row.getSolvedAt();
        solutions.stands(row.getId(), of(row), false, last(row).getConversationId(), at);
    }

    private void counted(CasesRecord row) {
        rows.count(row);
        row.update();
    }

    /** Whether something brings it back by itself, in a conversation that is still of this case; a promise that an answer is to keep does not. */
    boolean planned(CasesRecord row) {
        Condition here = CONVERSATION.CASE_ID.eq(row.getId());
        return db.fetchExists(DSL.selectOne().from(CONTACT).join(CONVERSATION).on(CONVERSATION.ID.eq(CONTACT.CONVERSATION_ID))
                        .where(here).and(CONTACT.COMES_BACK_AT.isNotNull()))
                || db.fetchExists(DSL.selectOne().from(PROMISE).join(CONVERSATION).on(CONVERSATION.ID.eq(PROMISE.CONVERSATION_ID))
                        .where(here).and(Promises.STILL_GIVEN).and(PROMISE.STATE.eq("open")))
                || db.fetchExists(DSL.selectOne().from(PROMISE).join(CONTACT).on(CONTACT.ID.eq(PROMISE.CONTACT_ID))
                        .where(CONTACT.CASE_ID.eq(row.getId())).and(Promises.UNANSWERED).and(DSL.not(PlannedRows.toLeaveIn(CONTACT.CONVERSATION_ID))))
                || asked(row);
    }

    /** Whether a department still has time to answer, in a conversation of this case. */
    private boolean asked(CasesRecord row) {
        return db.fetchExists(DSL.selectOne().from(CONSULT).join(CONVERSATION).on(CONVERSATION.ID.eq(CONSULT.CONVERSATION_ID))
                .where(CONVERSATION.CASE_ID.eq(row.getId())).and(CONSULT.STATE.eq("open")));
    }

    private ContactRecord last(CasesRecord row) {
        return db.selectFrom(CONTACT)
                .where(CONTACT.CASE_ID.eq(row.getId()))
                .orderBy(CONTACT.OPENED_AT.desc(), CONTACT.ID.desc())
                .limit(1)
                .fetchSingle();
    }
}
