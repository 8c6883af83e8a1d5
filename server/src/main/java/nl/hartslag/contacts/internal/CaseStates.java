package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.internal.CaseRows.Held;
import nl.hartslag.contacts.internal.db.tables.records.CaseChangeRecord;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How cases stand after contacts went from one to another. A case is never left open with nobody: somebody has it, or something brings it back. */
@Component
class CaseStates {
    private final DSLContext db;
    private final CaseRows rows;
    private final Conversations conversations;
    private final Promises promises;
    private final Solutions solutions;
    private final Consulting consulting;
    private final Returns returns;
    private final Reopening reopening;
    private final Closing closing;

    CaseStates(
            DSLContext db, CaseRows rows, Conversations conversations, Promises promises, Solutions solutions, Consulting consulting, Returns returns,
            Reopening reopening, Closing closing) {
        this.db = db;
        this.rows = rows;
        this.conversations = conversations;
        this.promises = promises;
        this.solutions = solutions;
        this.consulting = consulting;
        this.returns = returns;
        this.reopening = reopening;
        this.closing = closing;
    }

    static CaseState of(CasesRecord row) {
        return Rows.state(CaseState.class, row.getState());
    }

    /** One goes on for both: open when one of them is, else waiting when one is. */
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

    /** A case that gets what somebody has in hand, or waits for somebody, is open; by the rest it is not changed. */
    void cameIn(CasesRecord to, ConversationRecord through, Instant now) {
        if (rows.inHand(to)) becomes(to, CaseState.OPEN, through, now);
        counted(to);
    }

    private void becomes(CasesRecord row, CaseState state, ConversationRecord through, Instant now) {
        if (of(row) == CaseState.SOLVED) reopening.open(row, through, now);
        if (state == CaseState.OPEN) solutions.goesOn(row.getId(), now);
        row.setState(Rows.column(state));
    }

    /** A new case of what was taken out stands as the old one did; what had ended while the old one went on is solved. */
    void begun(CasesRecord to) {
        if (rows.inHand(to) || planned(to)) to.setState(Rows.column(CaseState.OPEN));
        else if (of(to) == CaseState.OPEN) {
            ContactRecord last = last(to);
            solved(to, last.getEndedAt(), last);
        }
        if (of(to) != CaseState.SOLVED) {
            to.setSolvedAt(null);
            to.setSolvedBy(null);
        }
        counted(to);
    }

    private static void solved(CasesRecord row, Instant at, ContactRecord last) {
        row.setState(Rows.column(CaseState.SOLVED));
        row.setSolvedAt(at);
        row.setSolvedBy(last.getEndedBy());
    }

    /** @param said how it stands by the word of who took something out; asked when nothing in it shows it */
    void leftBehind(Access access, CasesRecord from, Held held, @Nullable CaseState said, Instant now) {
        if (of(from) == CaseState.OPEN && !rows.inHand(from) && !planned(from)) leave(access, from, held, said, now);
        counted(from);
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
                solutions.stands(from.getId(), said, false, last.getConversationId(), now);
                closing.publishSolved(last, access.user(), now);
            }
            case WAITING_FOR_CUSTOMER -> {
                from.setState(Rows.column(said));
                solutions.stands(from.getId(), said, false, last(from).getConversationId(), now);
            }
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
        CaseState before = Rows.state(CaseState.class, change.getFromState());
        boolean merged = of(from) == CaseState.MERGED;
        from.setMergedInto(null);
        if (rows.inHand(from) || planned(from)) stands(from, CaseState.OPEN, null);
        else if (merged && before != CaseState.OPEN) stands(from, before, change);
        else if (merged && of(to) != CaseState.OPEN) {
            from.setState(to.getState());
            from.setSolvedAt(to.getSolvedAt());
            from.setSolvedBy(to.getSolvedBy());
        } else if (merged) {
            stands(from, CaseState.OPEN, null);
            bringBack(access, from, held);
        }
        counted(from);
    }

    private static void stands(CasesRecord row, CaseState state, @Nullable CaseChangeRecord as) {
        row.setState(Rows.column(state));
        boolean solved = as != null && state == CaseState.SOLVED;
        row.setSolvedAt(solved ? as.getFromSolvedAt() : null);
        row.setSolvedBy(solved ? as.getFromSolvedBy() : null);
    }

    /** The case that gave it back stands as before, unless others made something else of it since. */
    void gaveBack(CasesRecord to, CasesRecord from, CaseChangeRecord change) {
        if (rows.empty(to)) {
            to.setMergedInto(from.getId());
            to.setState(Rows.column(CaseState.MERGED));
        } else if (change.getToState() != null && to.getState().equals(change.getToBecame()) && !rows.inHand(to) && !planned(to)) {
            to.setState(change.getToState());
            to.setSolvedAt(change.getToSolvedAt());
            to.setSolvedBy(change.getToSolvedBy());
        }
        counted(to);
    }

    private void counted(CasesRecord row) {
        rows.count(row);
        row.update();
    }

    /** Whether something brings it back by itself. */
    private boolean planned(CasesRecord row) {
        return db.fetchExists(CONTACT, CONTACT.CASE_ID.eq(row.getId()).and(CONTACT.COMES_BACK_AT.isNotNull()))
                || promises.bringsBack(new CaseId(row.getId()))
                || consulting.openInCase(row.getId());
    }

    private ContactRecord last(CasesRecord row) {
        return db.selectFrom(CONTACT)
                .where(CONTACT.CASE_ID.eq(row.getId()))
                .orderBy(CONTACT.OPENED_AT.desc(), CONTACT.ID.desc())
                .limit(1)
                .fetchSingle();
    }
}
