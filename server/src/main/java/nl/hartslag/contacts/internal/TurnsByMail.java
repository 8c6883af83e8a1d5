package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import nl.hartslag.contacts.Consults.Decision;
import nl.hartslag.contacts.Consults.MailedAnswer;
import nl.hartslag.contacts.Consults.MoreTime;
import nl.hartslag.contacts.Consults.Words;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.springframework.stereotype.Component;

/**
 * What a department does by mail besides answering, as it would on its page. What begins so and cannot be read or done settles nothing: it stands
 * at the question, and the department gets a mail that says what to do.
 */
@Component
class TurnsByMail {
    private static final int LONGEST = 4_000;
    /** Of one question; else two mailboxes could write to each other for ever. */
    private static final int MOST_SENT_BACK = 3;
    private final AgreedTimes times;
    private final AskingBack askingBack;
    private final ConsultSteps steps;
    private final ConsultMails mails;
    private final ConsultNews news;
    private final ConsultRows rows;
    private final EventLines lines;
    private final Organisation organisation;
    private final Clock clock;

    TurnsByMail(
            AgreedTimes times, AskingBack askingBack, ConsultSteps steps, ConsultMails mails, ConsultNews news, ConsultRows rows, EventLines lines, Organisation organisation,
            Clock clock) {
        this.times = times;
        this.askingBack = askingBack;
        this.steps = steps;
        this.mails = mails;
        this.news = news;
        this.rows = rows;
        this.lines = lines;
        this.organisation = organisation;
        this.clock = clock;
    }

    /**
     * The caller holds the conversation and the question, which is not settled, and has checked that the mail is of a person of its department.
     *
     * @return false when it is an answer, with which nothing was done yet
     */
    boolean taken(ConsultRecord consult, Acting by) {
        MailedAnswer mail = Objects.requireNonNull(by.mail());
        ZoneId zone = organisation.brand(new BrandId(consult.getBrandId())).zone();
        MailedTurn turn = MailedTurn.read(mail.text(), clock.instant().atZone(zone));
        if (turn instanceof MailedTurn.Answer) return false;
        if (consult.getFirstSeenAt() == null) {
            consult.setFirstSeenAt(clock.instant());
            consult.setFirstSeenBy(by.user() == null ? null : by.user().value());
            consult.update();
        }
        try {
            act(turn, consult, by, mail.clientKey());
        } catch (Problem refused) {
            // each refuses before it writes
            unread(consult, by, mail, refused.fieldErrors().getOrDefault("dueAt", refused.code().replaceFirst(".*/", "")));
        }
        return true;
    }

    private void act(MailedTurn turn, ConsultRecord consult, Acting by, String key) {
        switch (turn) {
            case MailedTurn.Answer _ -> throw new IllegalStateException("an answer is settled elsewhere");
            case MailedTurn.Sooner(boolean accepted) -> {
                if (consult.getWantedAt() == null) throw Problem.of("consults/changed", 409);
                times.decideSooner(by, consult, new Decision(accepted, consult.getWantedAt(), key));
            }
            case MailedTurn.AskBack(String question) -> askingBack.askBack(by, consult, new Words(shortened(question), key));
            case MailedTurn.MoreTime(var at, String why) -> times.moreTime(by, consult, new MoreTime(at, why, key));
            case MailedTurn.Unread(String why) -> unread(consult, by, Objects.requireNonNull(by.mail()), why);
        }
    }

    private void unread(ConsultRecord consult, Acting by, MailedAnswer mail, String why) {
        ConversationId conversation = new ConversationId(consult.getConversationId());
        ContactId contact = new ContactId(consult.getContactId());
        steps.add(by, consult, "unread", null, shortened(mail.text().strip()), mail.clientKey());
        MessageRecord line = lines.done(conversation, by, contact, "consult.unread " + rows.departmentOf(consult));
        lines.said(conversation, by, contact, "");
        if (steps.count(consult, "unread") <= MOST_SENT_BACK) mails.unread(consult, line, why);
        news.changed(consult);
        news.told(consult, "consult-unread");
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
    }
}
