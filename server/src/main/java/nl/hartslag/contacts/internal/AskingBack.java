package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.Instant;
import nl.hartslag.contacts.Consults.Words;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
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
    private final Conversations conversations;
    private final ConsultMails mails;
    private final Clock clock;

    AskingBack(ConsultRows rows, ConsultSteps steps, ConsultNews news, AgreedTimes times, EventLines lines, Conversations conversations, ConsultMails mails, Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.news = news;
        this.times = times;
        this.lines = lines;
        this.conversations = conversations;
        this.mails = mails;
        this.clock = clock;
    }

    void askBack(Access access, ConsultId id, Words question) {
        ConsultRecord consult = rows.heldByDepartment(access, id);
        if (steps.done(consult, question.clientKey())) return;
        ConsultRows.checkRuns(consult);
        String words = ConsultRows.words("text", question.text());
        steps.add(access, consult, "asked_back", null, words, question.clientKey());
        Instant now = clock.instant();
        if (now.isAfter(consult.getDueAt()) && consult.getLateAt() == null) consult.setLateAt(consult.getDueAt());
        if (consult.getFirstSeenAt() == null) {
            consult.setFirstSeenAt(now);
            consult.setFirstSeenBy(access.user().value());
        }
        if ("department".equals(consult.getWantedBy())) AgreedTimes.wantsNothing(consult);
        consult.setState("returned");
        consult.setReturnedAt(now);
        consult.update();
        said(access, consult, "consult.asked-back", words);
        news.changed(consult);
        news.backToWhoAsked(consult, "consult-asked-back");
    }

    void tell(Access access, ConsultId id, Words answer) {
        ConsultRecord consult = rows.heldByAsker(access, id);
        if (steps.done(consult, answer.clientKey())) return;
        ConsultRows.checkOpen(consult);
        if (consult.getReturnedAt() == null) throw Problem.of("consults/changed", 409);
        String words = ConsultRows.words("text", answer.text());
        steps.add(access, consult, "told", null, words, answer.clientKey());
        times.goesOn(consult);
        consult.update();
        MessageRecord note = said(access, consult, "consult.told", words);
        mails.told(consult, conversations.lock(new ConversationId(consult.getConversationId())), note);
        news.changed(consult);
    }

    private MessageRecord said(Access access, ConsultRecord consult, String event, String words) {
        ConversationId conversation = new ConversationId(consult.getConversationId());
        ContactId contact = new ContactId(consult.getContactId());
        lines.done(conversation, access, contact, event + " " + rows.departmentOf(consult));
        return lines.note(conversation, access, contact, words);
    }
}
