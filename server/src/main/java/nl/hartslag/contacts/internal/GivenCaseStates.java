package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.time.Clock;
import java.time.Instant;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * How a case stands once a department answered its customer. What customer service has in hand stays its own to end; a case that another
 * department is still asked about waits for that one.
 */
@Component
class GivenCaseStates {
    private final DSLContext db;
    private final CaseRows cases;
    private final Consulting consulting;
    private final Promises promises;
    private final PlannedRows planned;
    private final Solutions solutions;
    private final SilentSpans silences;
    private final CaseSubStates subStates;
    private final Closing closing;
    private final CaseNews news;
    private final Clock clock;

    GivenCaseStates(
            DSLContext db, CaseRows cases, Consulting consulting, Promises promises, PlannedRows planned, Solutions solutions, SilentSpans silences, CaseSubStates subStates, Closing closing,
            CaseNews news, Clock clock) {
        this.db = db;
        this.cases = cases;
        this.consulting = consulting;
        this.promises = promises;
        this.planned = planned;
        this.solutions = solutions;
        this.silences = silences;
        this.subStates = subStates;
        this.closing = closing;
        this.news = news;
        this.clock = clock;
    }

    /** The caller holds the case. @param last of the conversation in which it was answered */
    CaseState answered(Access access, CasesRecord row, ConversationRecord conversation, ContactRecord last, boolean solved) {
        CaseState before = CaseStates.of(row);
        boolean stays = cases.inHand(row) || before == CaseState.SOLVED || before == CaseState.MERGED;
        if (stays) return before;
        if (solved && promises.givenInCase(last)) throw Problem.of("contacts/promise-open", 409);
        if (solved) planned.checkNone(last);
        boolean asked = consulting.openInCase(row.getId());
        if (solved && asked) throw Problem.of("contacts/consult-open", 409);
        if (asked) return before;
        CaseState now = solved ? CaseState.SOLVED : CaseState.WAITING_FOR_CUSTOMER;
        becomes(access, row, conversation, now, clock.instant());
        if (solved) {
            db.update(CONTACT).setNull(CONTACT.COMES_BACK_AT).where(CONTACT.CASE_ID.eq(row.getId())).and(CONTACT.COMES_BACK_AT.isNotNull()).execute();
            // whoever answered first at customer service is asked about; of people of departments no figures are kept
            closing.publishSolved(last, ByRule.NOBODY, clock.instant());
        }
        news.changed(access, row);
        return now;
    }

    private void becomes(Access access, CasesRecord row, ConversationRecord conversation, CaseState state, Instant now) {
        if (row.getState().equals(Rows.column(state))) return;
        row.setState(Rows.column(state));
        row.setSolvedAt(state == CaseState.SOLVED ? now : null);
        row.setSolvedBy(state == CaseState.SOLVED ? access.user().value() : null);
        row.update();
        subStates.set(access, row.getId(), row.getBrandId(), state, null);
        silences.end(row.getId(), "changed", now);
        if (state == CaseState.WAITING_FOR_CUSTOMER) silences.begin(row.getId(), row.getBrandId(), now);
        solutions.stands(row.getId(), state, false, conversation.getId(), now);
    }
}
