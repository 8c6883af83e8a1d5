package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ConsultsService implements Consults {
    private static final int MOST_MESSAGES = 100;

    private final DSLContext db;
    private final Organisation organisation;
    private final Consulting consulting;
    private final AnsweredByMail byMail;
    private final ConsultMails mails;
    private final ConsultLists lists;
    private final Reading reading;
    private final MessageViews messages;
    private final OpenedWork opened;
    private final Clock clock;

    ConsultsService(
            DSLContext db, Organisation organisation, Consulting consulting, AnsweredByMail byMail, ConsultMails mails, ConsultLists lists, Reading reading, MessageViews messages,
            OpenedWork opened, Clock clock) {
        this.db = db;
        this.organisation = organisation;
        this.consulting = consulting;
        this.byMail = byMail;
        this.mails = mails;
        this.lists = lists;
        this.reading = reading;
        this.messages = messages;
        this.opened = opened;
        this.clock = clock;
    }

    @Override
    public List<Department> departments(Access access, BrandId brand) {
        access.require(Permission.CONTACTS_HANDLE, brand);
        Instant now = clock.instant();
        return organisation.departments().stream()
                .filter(one -> mails.answers(one.id(), brand))
                .map(one -> new Department(one.id(), one.nameNl(), one.nameEn(), organisation.departmentAnswers(one.id(), now), mails.reaches(one.id(), brand) ? one.mail().orElse(null) : null))
                .toList();
    }

    @Override
    @Transactional
    public ConsultId ask(Access access, ConversationId conversation, NewConsult consult) {
        return consulting.ask(access, conversation, consult);
    }

    @Override
    @Transactional
    public void answer(Access access, ConsultId consult, String answer) {
        consulting.answer(access, consult, answer);
    }

    @Override
    public Optional<ConsultId> answeredBy(Collection<BrandId> brands, String sender, List<MessageId> answered, Optional<UUID> named) {
        return byMail.question(brands, sender, answered, named).map(consult -> new ConsultId(consult.getId()));
    }

    @Override
    @Transactional
    public Optional<Received> answeredByMail(ConsultId consult, MailedAnswer answer) {
        return consulting.answeredByMail(consult, answer);
    }

    @Override
    @Transactional
    public void withdraw(Access access, ConsultId consult) {
        consulting.withdraw(access, consult);
    }

    @Override
    @Transactional
    public Page<ConsultView> asked(Access access, boolean settled, @Nullable String cursor, int limit) {
        return lists.asked(access, settled, cursor, limit);
    }

    @Override
    public Counts counts(Access access) {
        return lists.counts(access);
    }

    @Override
    @Transactional
    public List<MessageView> conversation(Access access, ConsultId id) {
        access.require(Permission.CONSULTS_ANSWER);
        ConsultRecord consult = consulting.ofDepartment(access, id);
        if (consult.getSettledAt() != null) throw Problem.of("consults/settled", 409);
        if (!consult.getSharesConversation()) throw Problem.of("consults/not-shared", 403);
        opened.record(access, reading.row(new ConversationId(consult.getConversationId())).orElseThrow());
        return messages.of(db.selectFrom(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(consult.getConversationId()))
                .and(MESSAGE.DIRECTION.in("in", "out"))
                .and(MESSAGE.PURPOSE.eq("conversation"))
                .orderBy(MESSAGE.SEQ.desc())
                .limit(MOST_MESSAGES)
                .fetch())
                .reversed();
    }

    @Override
    public List<ConsultView> ofCase(Access access, CaseId id) {
        return lists.ofCase(access, id);
    }

    @Override
    public List<Figures> figures(Access access, Optional<BrandId> brand, Instant from, Instant to) {
        return lists.figures(access, brand, from, to);
    }
}
