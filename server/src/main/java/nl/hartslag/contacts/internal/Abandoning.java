package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.time.Clock;
import java.time.Instant;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Leaving;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whoever leaves before anybody helped him takes his question along: no case stays open in which nobody has anything to do. */
@Component
class Abandoning {
    private final DSLContext db;
    private final Closing closing;
    private final CaseRows rows;
    private final CaseStates states;
    private final SilentSpans silences;
    private final Clock clock;

    Abandoning(DSLContext db, Closing closing, CaseRows rows, CaseStates states, SilentSpans silences, Clock clock) {
        this.db = db;
        this.closing = closing;
        this.rows = rows;
        this.states = states;
        this.silences = silences;
        this.clock = clock;
    }

    void customerLeft(ConversationId id, Leaving how) {
        closing.customerLeft(id, how).ifPresent(this::settleCase);
    }

    /** A case that was about more waits for him again; there is nobody to ask how it went. */
    private void settleCase(ContactRecord ended) {
        CasesRecord row = db.selectFrom(CASES).where(CASES.ID.eq(ended.getCaseId())).forNoKeyUpdate().fetchSingle();
        if (CaseStates.of(row) != CaseState.OPEN || rows.inHand(row) || states.planned(row)) return;
        Instant now = clock.instant();
        boolean more = db.fetchExists(CONTACT, CONTACT.CASE_ID.eq(row.getId()).and(CONTACT.ID.ne(ended.getId())));
        row.setState(Rows.column(more ? CaseState.WAITING_FOR_CUSTOMER : CaseState.SOLVED));
        row.setSolvedAt(more ? null : now);
        row.update();
        silences.stands(row, now);
    }
}
