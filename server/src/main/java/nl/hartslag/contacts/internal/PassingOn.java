package nl.hartslag.contacts.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.hartslag.contacts.Consults.Department;
import nl.hartslag.contacts.Consults.Passing;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import org.springframework.stereotype.Component;

/** A question that another department should answer. It counts for that one from then on. */
@Component
class PassingOn {
    private static final int LONGEST_WHY = 500;
    private final ConsultRows rows;
    private final ConsultSteps steps;
    private final ConsultNews news;
    private final AgreedTimes times;
    private final EventLines lines;
    private final ConsultMails mails;
    private final Organisation organisation;
    private final GivingCases giving;
    private final Clock clock;

    PassingOn(
            ConsultRows rows, ConsultSteps steps, ConsultNews news, AgreedTimes times, EventLines lines, ConsultMails mails, Organisation organisation,
            GivingCases giving, Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.news = news;
        this.times = times;
        this.lines = lines;
        this.mails = mails;
        this.organisation = organisation;
        this.giving = giving;
        this.clock = clock;
    }

    /** Those that could be asked in the name of the brand, without some. */
    List<Department> askable(Access access, BrandId brand) {
        return organisation.departments().stream()
                .filter(one -> mails.answers(one.id(), brand))
                .map(one -> new Department(one.id(), one.nameNl(), one.nameEn(), organisation.departmentAnswers(one.id(), clock.instant()),
                        mails.reaches(one.id(), brand) ? one.mail().orElse(null) : null, giving.canBeGiven(access, brand, one.id())))
                .toList();
    }

    List<Department> others(Access access, ConsultId id) {
        ConsultRecord consult = rows.ofDepartment(access, id);
        return askable(access, new BrandId(consult.getBrandId())).stream()
                .filter(one -> !one.id().value().equals(consult.getDepartmentId()))
                .filter(one -> one.canBeGiven() || !consult.getAnswersCustomer())
                .toList();
    }

    /** Whether the conversation goes along. Nobody passes on what he was not shown, and nothing leaves by mail that nobody said should. */
    private boolean along(ConsultRecord consult, Passing passing) {
        boolean mailed = mails.reaches(passing.department(), new BrandId(consult.getBrandId()));
        if (passing.sharesConversation() == null) return consult.getSharesConversation() && !mailed;
        if (passing.sharesConversation() && !consult.getSharesConversation()) throw Problem.invalid("sharesConversation", "not-shared");
        return passing.sharesConversation();
    }

    void pass(Access access, ConsultId id, Passing passing) {
        ConsultRecord consult = rows.heldByDepartment(access, id);
        if (steps.done(consult, passing.clientKey())) return;
        ConsultRows.checkRuns(consult);
        String why = ConsultRows.words("why", passing.why(), LONGEST_WHY);
        BrandId brand = new BrandId(consult.getBrandId());
        if (passing.department().value().equals(consult.getDepartmentId())) throw Problem.invalid("department", "same-department");
        if (!mails.answers(passing.department(), brand)) throw Problem.invalid("department", "nobody-answers");
        if (consult.getAnswersCustomer()) giving.check(access, brand, passing.department());
        boolean along = along(consult, passing);
        steps.passed(access, consult, passing.department(), why, passing.clientKey());
        news.changed(consult);
        UUID before = consult.getDepartmentId();
        UUID askedBefore = consult.getAskedMessage();
        consult.setDepartmentId(passing.department().value());
        // who was given the case reads the conversation here, whatever goes by mail
        consult.setSharesConversation(along || consult.getAnswersCustomer());
        consult.setMailsConversation(along);
        consult.setState("open");
        consult.setLateAt(null);
        consult.setFirstSeenAt(null);
        consult.setFirstSeenBy(null);
        consult.setAskedMessage(null);
        times.passedTo(consult, passing.keepsTime());
        consult.update();
        ConversationId conversation = new ConversationId(consult.getConversationId());
        ContactId contact = new ContactId(consult.getContactId());
        MessageRecord line = lines.done(conversation, access, contact, "consult.passed " + rows.departmentOf(consult));
        mails.passedOn(consult, before, askedBefore, line);
        MessageRecord note = lines.note(conversation, access, contact, why);
        if (mails.reaches(passing.department(), brand)) mails.passed(consult, note);
        news.changed(consult);
        news.told(consult, "consult-passed");
    }
}
