package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.Instant;
import nl.hartslag.contacts.Consults.Words;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.springframework.stereotype.Component;

/** What a department must know to answer. While it waits for that, it is the turn of who asked. */
@Component
class AskingBack {
    private final ConsultRows rows;
    private final ConsultSteps steps;
    private final ConsultNews news;
    private final AgreedTimes times;
    private final EventLines lines;
    private final ConsultMails mails;
    private final Clock clock;

    AskingBack(ConsultRows rows, ConsultSteps steps, ConsultNews news, AgreedTimes times, EventLines lines, ConsultMails mails, Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.news = news;
        this.times = times;
        this.lines = lines;
        this.mails = mails;
        this.clock = clock;
    }

    void askBack(Access access, ConsultId id, Words question) {
        ConsultRecord consult = rows.heldByDepartment(access, id);
        if (!steps.done(consult, question.clientKey())) askBack(Acting.of(access), consult, question);
    }

    /** The caller holds the question, of the department of who acts. */
    void askBack(Acting by, ConsultRecord consult, Words question) {
        ConsultRows.checkRuns(consult);
        String words = ConsultRows.words("text", question.text());
        steps.add(by, consult, "asked_back", null, words, question.clientKey());
        Instant now = clock.instant();
        if (now.isAfter(consult.getDueAt()) && consult.getLateAt() == null) consult.setLateAt(consult.getDueAt());
        if (consult.getFirstSeenAt() == null) {
            consult.setFirstSeenAt(now);
            consult.setFirstSeenBy(by.user() == null ? null : by.user().value());
        }
        if ("department".equals(consult.getWantedBy())) AgreedTimes.wantsNothing(consult);
        consult.setState("returned");
        consult.setReturnedAt(now);
        consult.update();
        lines.done(conversation(consult), by, contact(consult), "consult.asked-back " + rows.departmentOf(consult));
        lines.said(conversation(consult), by, contact(consult), words);
        news.changed(consult);
        news.backToWhoAsked(consult, "consult-asked-back");
    }

    void tell(Access access, ConsultId id, Words answer) {
        ConsultRecord consult = rows.heldByAsker(access, id);
        if (steps.done(consult, answer.clientKey())) return;
        ConsultRows.checkOpen(consult);
        if (consult.getReturnedAt() == null) throw Problem.of("consults/changed", 409);
        String words = ConsultRows.words("text", answer.text());
        steps.add(Acting.of(access), consult, "told", null, words, answer.clientKey());
        times.goesOn(consult);
        consult.update();
        lines.done(conversation(consult), access, contact(consult), "consult.told " + rows.departmentOf(consult));
        mails.told(consult, lines.note(conversation(consult), access, contact(consult), words));
        news.changed(consult);
    }

    private static ConversationId conversation(ConsultRecord consult) {
        return new ConversationId(consult.getConversationId());
    }

    private static ContactId contact(ConsultRecord consult) {
        return new ContactId(consult.getContactId());
    }
}
