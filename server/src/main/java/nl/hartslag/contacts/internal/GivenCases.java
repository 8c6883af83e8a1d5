package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;

import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Consults.CustomerAnswer;
import nl.hartslag.contacts.Reply;
import nl.hartslag.contacts.internal.CaseRows.Held;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A department answers the customer itself, where it was given the case. That settles its question, and says how the case stands. */
@Component
class GivenCases {
    private final DSLContext db;
    private final ConsultRows rows;
    private final CaseRows cases;
    private final Conversations conversations;
    private final Consulting consulting;
    private final Writing writing;
    private final EventLines lines;
    private final GivenCaseStates states;
    private final ConsultMails mails;
    private final ConsultNews news;

    GivenCases(
            DSLContext db, ConsultRows rows, CaseRows cases, Conversations conversations, Consulting consulting, Writing writing, EventLines lines, GivenCaseStates states,
            ConsultMails mails, ConsultNews news) {
        this.db = db;
        this.rows = rows;
        this.cases = cases;
        this.conversations = conversations;
        this.consulting = consulting;
        this.writing = writing;
        this.lines = lines;
        this.states = states;
        this.mails = mails;
        this.news = news;
    }

    CaseState answer(Access access, ConsultId id, CustomerAnswer answer) {
        ConversationId talk = new ConversationId(rows.ofDepartment(access, id).getConversationId());
        // all of the case, and before the question: a colleague may end another part of it in that moment
        Held held = cases.hold(caseOf(talk));
        ConsultRecord consult = rows.heldByDepartment(access, id);
        ConversationRecord conversation = conversations.lock(talk);
        CasesRecord row = held.cases().get(conversation.getCaseId());
        if (row == null) throw Problem.of("cases/changed", 409);
        if (!consult.getAnswersCustomer()) throw Problem.of("consults/not-given", 403);
        if (access.user().value().equals(consult.getSettledBy()) && conversations.byClientKey(talk, answer.clientKey()).isPresent()) return CaseStates.of(row);
        ConsultRows.checkOpen(consult);
        ContactRecord contact = conversations.openContact(talk).or(() -> conversations.lastContact(talk)).orElseThrow();
        writing.aside(access, conversation, contact, new Reply(answer.text(), answer.uploads(), answer.seenSeq(), answer.clientKey(), false));
        consult.setAnsweredCustomer(true);
        consulting.settle(consult, "answered", access.user());
        MessageRecord line = lines.done(talk, access, new ContactId(contact.getId()), "consult.answered-customer " + rows.departmentOf(consult));
        mails.over(consult, line, "answered");
        CaseState now = states.answered(access, row, conversation, contact, answer.solved());
        news.told(consult, "consult-answered-customer");
        return now;
    }

    private CaseId caseOf(ConversationId talk) {
        return db.select(CONVERSATION.CASE_ID).from(CONVERSATION).where(CONVERSATION.ID.eq(talk.value())).fetchSingle(row -> new CaseId(row.value1()));
    }
}
