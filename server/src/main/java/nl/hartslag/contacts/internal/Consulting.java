package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONSULT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.Consults.MailedAnswer;
import nl.hartslag.contacts.Consults.NewConsult;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.people.People.User;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.UploadId;
import nl.hartslag.shared.UserId;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asking another department, and its answer. An answer, or its absence when it is due, brings the case back to who asked. Whoever
 * changes a question holds its conversation first, as writers do; the timer is never cancelled but finds that nothing is left to do.
 */
@Component
class Consulting implements TimerHandler {
    static final String TIMER = "contacts.consult-late";
    private static final int LONGEST = 4_000;
    /** Written out, so that the planner sees that a partial index holds them. */
    static final Condition ASKED = CONSULT.STATE.in(DSL.inline("open"), DSL.inline("late"), DSL.inline("returned"));

    private final DSLContext db;
    private final Conversations conversations;
    private final Scope scope;
    private final ConsultRows rows;
    private final ConsultNews news;
    private final AgreedTimes times;
    private final EventLines lines;
    private final Reopening reopening;
    private final ConsultMails mails;
    private final AnsweredByMail byMail;
    private final TurnsByMail turns;
    private final GivingCases giving;
    private final Uploads uploads;
    private final Clock clock;

    Consulting(
            DSLContext db, Conversations conversations, Scope scope, ConsultRows rows, ConsultNews news, AgreedTimes times, EventLines lines, Reopening reopening,
            ConsultMails mails, AnsweredByMail byMail, TurnsByMail turns, GivingCases giving, Uploads uploads, Clock clock) {
        this.db = db;
        this.conversations = conversations;
        this.scope = scope;
        this.rows = rows;
        this.news = news;
        this.times = times;
        this.lines = lines;
        this.reopening = reopening;
        this.mails = mails;
        this.byMail = byMail;
        this.turns = turns;
        this.giving = giving;
        this.uploads = uploads;
        this.clock = clock;
    }

    ConsultId ask(Access access, ConversationId id, NewConsult wanted) {
        access.require(Permission.CONTACTS_HANDLE);
        ConversationRecord conversation = conversations.lock(id);
        scope.check(access, conversation);
        access.require(Permission.CONTACTS_HANDLE, new BrandId(conversation.getBrandId()));
        Optional<UUID> known = db.select(CONSULT.ID)
                .from(CONSULT)
                .where(CONSULT.CONVERSATION_ID.eq(id.value()))
                .and(CONSULT.CLIENT_KEY.eq(wanted.clientKey()))
                .fetchOptional(CONSULT.ID);
        if (known.isPresent()) return new ConsultId(known.get());
        Conversations.checkStands(conversation);
        String question = ConsultRows.words("question", wanted.question());
        if (!mails.answers(wanted.department(), new BrandId(conversation.getBrandId()))) throw Problem.invalid("department", "nobody-answers");
        ContactRecord contact = conversations.lastContact(id).orElseThrow();
        if (wanted.answersCustomer()) {
            giving.check(access, contact, wanted.department());
            if (given(conversation)) throw Problem.of("consults/given-already", 409);
        }
        Instant now = clock.instant();
        ConsultRecord consult = db.newRecord(CONSULT);
        consult.setId(Uuid7.next());
        consult.setBrandId(conversation.getBrandId());
        consult.setCaseId(conversation.getCaseId());
        consult.setConversationId(conversation.getId());
        consult.setContactId(contact.getId());
        consult.setDepartmentId(wanted.department().value());
        consult.setQuestion(question);
        consult.setSharesConversation(wanted.sharesConversation() || wanted.answersCustomer());
        consult.setMailsConversation(consult.getSharesConversation());
        consult.setAnswersCustomer(wanted.answersCustomer());
        consult.setState("open");
        consult.setAskedAt(now);
        consult.setAskedBy(access.user().value());
        times.begin(consult, wanted.dueAt(), wanted.why());
        consult.setClientKey(wanted.clientKey());
        consult.insert();
        times.begun(access, consult, wanted);
        reopening.solved(conversation, now);
        lines.done(id, access, new ContactId(contact.getId()), (wanted.answersCustomer() ? "consult.given " : "consult.asked ") + rows.departmentOf(consult));
        MessageRecord note = lines.note(id, access, new ContactId(contact.getId()), question);
        if (mails.reaches(wanted.department(), new BrandId(consult.getBrandId()))) mails.asked(consult, note);
        news.changed(consult);
        return new ConsultId(consult.getId());
    }

    /** Of two departments that answer a customer neither knows what the other writes. */
    private boolean given(ConversationRecord conversation) {
        return db.fetchExists(CONSULT, CONSULT.CONVERSATION_ID.eq(conversation.getId()).and(ASKED).and(CONSULT.ANSWERS_CUSTOMER));
    }

    void answer(Access access, ConsultId id, String answer, List<UploadId> files) {
        ConsultRecord consult = rows.heldByDepartment(access, id);
        if (consult.getState().equals("answered") && access.user().value().equals(consult.getSettledBy())) return;
        ConsultRows.checkOpen(consult);
        consult.setAnswer(ConsultRows.words("answer", answer));
        settle(consult, "answered", access.user());
        ConversationId conversation = new ConversationId(consult.getConversationId());
        MessageRecord line = lines.done(conversation, access, new ContactId(consult.getContactId()),
                (consult.getAnswersCustomer() ? "consult.gave-back " : "consult.answered ") + rows.departmentOf(consult));
        mails.over(consult, line, "answered");
        answeredWith(consult, lines.note(conversation, access, new ContactId(consult.getContactId()), consult.getAnswer(), uploads.take(access, files)));
        news.backToWhoAsked(consult, consult.getAnswersCustomer() ? "consult-gave-back" : "consult-answered");
    }

    /** Whose files stand beside the answer. */
    private static void answeredWith(ConsultRecord consult, MessageRecord note) {
        consult.setAnswerMessage(note.getId());
        consult.update();
    }

    void withdraw(Access access, ConsultId id) {
        ConsultRecord consult = rows.heldByAsker(access, id);
        if (consult.getState().equals("withdrawn")) return;
        ConsultRows.checkOpen(consult);
        settle(consult, "withdrawn", access.user());
        MessageRecord line = lines.done(new ConversationId(consult.getConversationId()), access, new ContactId(consult.getContactId()),
                "consult.withdrawn " + rows.departmentOf(consult));
        mails.over(consult, line, "withdrawn");
        boolean waited = db.fetchExists(CASES, CASES.ID.eq(consult.getCaseId()).and(CASES.STATE.eq("waiting_for_department")));
        if (waited && !openInCase(consult.getCaseId())) news.backToWhoAsked(consult, "consult-withdrawn");
    }

    /** The caller has checked that it comes from the department. */
    Optional<Received> answeredByMail(ConsultId id, MailedAnswer mail) {
        ConversationId talk = new ConversationId(db.select(CONSULT.CONVERSATION_ID).from(CONSULT).where(CONSULT.ID.eq(id.value())).fetchSingle().value1());
        ConversationRecord conversation = conversations.lock(talk);
        if (conversation.getErasedAt() != null) return Optional.empty();
        ConsultRecord consult = db.selectFrom(CONSULT).where(CONSULT.ID.eq(id.value())).forUpdate().fetchSingle();
        ContactId contact = new ContactId(consult.getContactId());
        Optional<MessageRecord> known = conversations.byClientKey(talk, mail.clientKey());
        if (known.isPresent()) return Optional.of(placed(consult, known.get(), true));
        Optional<User> colleague = byMail.person(new DepartmentId(consult.getDepartmentId()), mail.sender());
        boolean current = !byMail.handedOver(consult, mail.sender());
        boolean settles = current && !ConsultRows.settled(consult) && !mail.automatic();
        if (settles && turns.taken(consult, Acting.of(mail, colleague))) return Optional.of(placed(consult, conversations.byClientKey(talk, mail.clientKey()).orElseThrow(), false));
        lines.happened(conversation, (settles ? "consult.mailed " : mail.automatic() ? "consult.automatic " : "consult.added ") + rows.departmentOf(consult));
        MessageRecord note = lines.mailed(conversation, contact, mail, colleague.map(User::id));
        if (settles) {
            consult.setAnswer(shortened(mail));
            consult.setAnsweredFrom(mail.name());
            if (consult.getFirstSeenAt() == null) consult.setFirstSeenAt(clock.instant());
            settle(consult, "answered", colleague.map(User::id).orElse(null));
            answeredWith(consult, note);
        }
        if (current && !mail.automatic() && !consult.getState().equals("withdrawn")) news.backToWhoAsked(consult, "consult-answered");
        return Optional.of(placed(consult, note, false));
    }

    private static Received placed(ConsultRecord consult, MessageRecord note, boolean duplicate) {
        return new Received(new ConversationId(consult.getConversationId()), new CaseId(consult.getCaseId()), new ContactId(consult.getContactId()),
                new MessageId(note.getId()), note.getSeq(), false, duplicate);
    }

    /** The whole stands in the thread; a mail that is only a file is called by its name. */
    private static String shortened(MailedAnswer mail) {
        String said = mail.text().isBlank() ? mail.attachments().stream().map(NewAttachment::name).collect(Collectors.joining(", ")) : mail.text().strip();
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
    }

    /** The caller holds the conversation and the question. */
    void settle(ConsultRecord consult, String state, @Nullable UserId by) {
        Instant now = clock.instant();
        // while it waits for who asked, the time of the department stands still
        if (consult.getReturnedAt() != null) {
            consult.setReturnedSeconds(consult.getReturnedSeconds() + Duration.between(consult.getReturnedAt(), now).toSeconds());
            consult.setReturnedAt(null);
        } else if (now.isAfter(consult.getDueAt()) && consult.getLateAt() == null) consult.setLateAt(consult.getDueAt());
        AgreedTimes.wantsNothing(consult);
        consult.setState(state);
        consult.setSettledAt(now);
        consult.setSettledBy(by == null ? null : by.value());
        if (state.equals("answered") && by != null && consult.getFirstSeenAt() == null) {
            consult.setFirstSeenAt(now);
            consult.setFirstSeenBy(by.value());
        }
        consult.update();
        news.changed(consult);
    }

    /** Whether one is asked that still has time: it brings the case back when that is over. */
    boolean answerExpected(UUID caseId) {
        return db.fetchExists(CONSULT, CONSULT.CASE_ID.eq(caseId).and(CONSULT.STATE.eq("open")));
    }

    boolean openFrom(UUID contact) {
        return db.fetchExists(CONSULT, CONSULT.CONTACT_ID.eq(contact).and(ASKED));
    }

    boolean openInCase(UUID caseId) {
        return db.fetchExists(CONSULT, CONSULT.CASE_ID.eq(caseId).and(ASKED));
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        conversations.lock(ConversationId.of((String) timer.payload().get("conversation")));
        db.update(CONSULT)
                .set(CONSULT.STATE, "late")
                .set(CONSULT.LATE_AT, DSL.coalesce(CONSULT.LATE_AT, CONSULT.DUE_AT))
                .where(CONSULT.ID.eq(UUID.fromString((String) timer.payload().getOrDefault("consult", timer.key()))))
                .and(CONSULT.STATE.eq("open"))
                // another time may have been agreed in that moment
                .and(CONSULT.DUE_AT.le(timer.dueAt()))
                .returning()
                .fetchOptional()
                .ifPresent(consult -> {
                    news.changed(consult);
                    news.backToWhoAsked(consult, "consult-late");
                });
    }
}
