package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.AttachmentContent;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.ConsultView;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.MessageView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UploadId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ConsultsService implements Consults {
    private static final int MOST_MESSAGES = 100;

    private final DSLContext db;
    private final Consulting consulting;
    private final ConsultRows rows;
    private final AgreedTimes times;
    private final AskingBack askingBack;
    private final GivenCases givenCases;
    private final PassingOn passing;
    private final AnsweredByMail byMail;
    private final ConsultLists lists;
    private final ConsultFigures figures;
    private final Reading reading;
    private final MessageViews messages;
    private final OpenedWork opened;
    private final Attachments attachments;
    private final Uploads uploads;

    ConsultsService(
            DSLContext db, Consulting consulting, ConsultRows rows, AgreedTimes times, AskingBack askingBack, GivenCases givenCases, PassingOn passing, AnsweredByMail byMail, ConsultLists lists, ConsultFigures figures,
            Reading reading, MessageViews messages, OpenedWork opened, Attachments attachments, Uploads uploads) {
        this.db = db;
        this.consulting = consulting;
        this.rows = rows;
        this.times = times;
        this.askingBack = askingBack;
        this.givenCases = givenCases;
        this.passing = passing;
        this.byMail = byMail;
        this.lists = lists;
        this.figures = figures;
        this.reading = reading;
        this.messages = messages;
        this.opened = opened;
        this.attachments = attachments;
        this.uploads = uploads;
    }

    @Override
    public List<Department> departments(Access access, BrandId brand) {
        access.require(Permission.CONTACTS_HANDLE, brand);
        return passing.askable(access, brand);
    }

    @Override
    @Transactional
    public ConsultId ask(Access access, ConversationId conversation, NewConsult consult) {
        return consulting.ask(access, conversation, consult);
    }

    @Override
    @Transactional
    public void answer(Access access, ConsultId consult, String answer) {
        consulting.answer(access, consult, answer, List.of());
    }

    @Override
    @Transactional
    public void answer(Access access, ConsultId consult, String answer, List<UploadId> files) {
        consulting.answer(access, consult, answer, files);
    }

    @Override
    @Transactional
    public UploadId upload(Access access, ConsultId id, String name, byte[] bytes) {
        access.require(Permission.CONSULTS_ANSWER);
        ConsultRecord consult = rows.ofDepartment(access, id);
        ConsultRows.checkOpen(consult);
        return uploads.add(access.user().toString(), new BrandId(consult.getBrandId()), name, bytes);
    }

    @Override
    @Transactional
    public CaseState answerCustomer(Access access, ConsultId consult, CustomerAnswer answer) {
        return givenCases.answer(access, consult, answer);
    }

    @Override
    @Transactional
    public void decideSooner(Access access, ConsultId consult, Decision decision) {
        times.decideSooner(access, consult, decision);
    }

    @Override
    @Transactional
    public void moreTime(Access access, ConsultId consult, MoreTime wanted) {
        times.moreTime(access, consult, wanted);
    }

    @Override
    @Transactional
    public void decideMoreTime(Access access, ConsultId consult, Decision decision) {
        times.decideMoreTime(access, consult, decision);
    }

    @Override
    @Transactional
    public void askBack(Access access, ConsultId consult, Words question) {
        askingBack.askBack(access, consult, question);
    }

    @Override
    @Transactional
    public void tell(Access access, ConsultId consult, Words answer) {
        askingBack.tell(access, consult, answer);
    }

    @Override
    @Transactional
    public void pass(Access access, ConsultId consult, Passing passed) {
        passing.pass(access, consult, passed);
    }

    @Override
    public List<Department> others(Access access, ConsultId consult) {
        access.require(Permission.CONSULTS_ANSWER);
        return passing.others(access, consult);
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
        ConsultRecord consult = shared(access, id);
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
    @Transactional
    public AttachmentContent file(Access access, ConsultId id, AttachmentId file) {
        return ownAnswer(access, id, file)
                .orElseGet(() -> attachments.openOf(new ConversationId(shared(access, id).getConversationId()), file));
    }

    /** What the department sent itself it may read as long as it is there. */
    private Optional<AttachmentContent> ownAnswer(Access access, ConsultId id, AttachmentId file) {
        access.require(Permission.CONSULTS_ANSWER);
        ConsultRecord consult = rows.ofDepartment(access, id);
        if (consult.getAnswerMessage() == null) return Optional.empty();
        Optional<AttachmentContent> found = attachments.openIn(new MessageId(consult.getAnswerMessage()), file);
        if (found.isPresent()) opened.record(access, reading.row(new ConversationId(consult.getConversationId())).orElseThrow());
        return found;
    }

    /** What the department may read at this moment; that it does is written down. */
    private ConsultRecord shared(Access access, ConsultId id) {
        access.require(Permission.CONSULTS_ANSWER);
        ConsultRecord consult = rows.ofDepartment(access, id);
        if (consult.getSettledAt() != null) throw Problem.of("consults/settled", 409);
        if (!consult.getSharesConversation()) throw Problem.of("consults/not-shared", 403);
        opened.record(access, reading.row(new ConversationId(consult.getConversationId())).orElseThrow());
        return consult;
    }

    @Override
    public List<ConsultView> ofCase(Access access, CaseId id) {
        return lists.ofCase(access, id);
    }

    @Override
    public List<Figures> figures(Access access, Optional<BrandId> brand, Instant from, Instant to) {
        return figures.of(access, brand, from, to);
    }
}
