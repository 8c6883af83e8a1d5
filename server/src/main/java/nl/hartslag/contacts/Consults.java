package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.UploadId;
import nl.hartslag.shared.statistics.Share;
import org.jspecify.annotations.Nullable;

/**
 * Questions to other departments. Customer service stays the one that speaks with the customer, unless it gives the case: a department answers
 * the colleague who asked, by when that was agreed with it.
 */
public interface Consults {
    /** The departments that can be asked in the name of a brand, each with by when it would answer. */
    List<Department> departments(Access access, BrandId brand);

    /**
     * Asks a department. The same {@code clientKey} in the same conversation is one question.
     *
     * @throws nl.hartslag.platform.problem.Problem field {@code question}, {@code department}, {@code dueAt} or {@code why} when it cannot be asked so
     */
    ConsultId ask(Access access, ConversationId conversation, NewConsult consult);

    /** By somebody of the department. Refused with {@code consults/settled} when it was answered or withdrawn; harmless when repeated. */
    void answer(Access access, ConsultId consult, String answer);

    /** The same with files that this person uploaded for it; field {@code uploads} is refused when one is not there. */
    void answer(Access access, ConsultId consult, String answer, List<UploadId> uploads);

    /**
     * A file that waits for the answer of the department, to who asked or to the customer.
     *
     * @param name as it is called where it comes from
     * @throws nl.hartslag.platform.problem.Problem {@code consults/settled} when nothing is asked any more, {@code blobs/too-large}, or field {@code file}
     */
    UploadId upload(Access access, ConsultId consult, String name, byte[] bytes);

    /**
     * By somebody of the department that was given the case. The same {@code clientKey} in the same conversation is one message.
     *
     * @return how the case stands now: as was chosen, unless somebody has it in hand, or another department is still asked
     * @throws nl.hartslag.platform.problem.Problem {@code consults/not-given} when it was only asked, {@code consults/settled} when it was answered or taken
     *     back, {@code contacts/answered-meanwhile} or {@code contacts/customer-wrote-meanwhile} when that was not on screen yet
     */
    CaseState answerCustomer(Access access, ConsultId consult, CustomerAnswer answer);

    /** By the department: yes or no to a sooner time that was asked for. Refused with {@code consults/changed} when it is not asked for any more. */
    void decideSooner(Access access, ConsultId consult, Decision decision);

    /** By the department: asks for a later time than was agreed. What was agreed counts until that is granted. */
    void moreTime(Access access, ConsultId consult, MoreTime wanted);

    /** By whoever handles the case. Refused with {@code consults/changed} when it is not asked for any more. */
    void decideMoreTime(Access access, ConsultId consult, Decision decision);

    /** By the department: asks something back. Its time stands still until {@link #tell}. */
    void askBack(Access access, ConsultId consult, Words question);

    /** By whoever handles the case: answers what the department asked back. Its time goes on with what was left of it. */
    void tell(Access access, ConsultId consult, Words answer);

    /** By the department: it is a question for another one. Field {@code sharesConversation} is refused when it was not shared with the first. */
    void pass(Access access, ConsultId consult, Passing passing);

    /** To which departments a question can be passed on, each with by when it would answer. */
    List<Department> others(Access access, ConsultId consult);

    /**
     * The question that a mail of this sender answers.
     *
     * @param brands   to which it came
     * @param answered messages of ours that it answers
     * @param named    what a signed address of ours names
     * @return empty when it names none, or does not come from whom was asked
     */
    Optional<ConsultId> answeredBy(Collection<BrandId> brands, String sender, List<MessageId> answered, Optional<UUID> named);

    /**
     * What a department wrote by mail: its answer, or by its first line what it can do besides. What comes after an answer, or by itself, stands in the
     * thread as well and settles nothing. The same mail twice is one.
     *
     * @return empty when the conversation was erased: then nothing of the mail may be kept
     */
    Optional<Received> answeredByMail(ConsultId consult, MailedAnswer answer);

    /** The answer is not needed any more. Refused with {@code consults/settled} when there is one. */
    void withdraw(Access access, ConsultId consult);

    /**
     * What is asked of the departments this person answers for: open ones by when they are due, settled ones newest first. What he has
     * not had on screen before counts as first seen now.
     */
    Page<ConsultView> asked(Access access, boolean settled, @Nullable String cursor, int limit);

    Counts counts(Access access);

    /** What the customer and we wrote, when it was shared with the department and as long as its answer is awaited. Reading it is audited. */
    List<MessageView> conversation(Access access, ConsultId consult);

    /** A file of that conversation, under the same conditions, or one that the department sent along with its answer. The caller closes its bytes. */
    AttachmentContent file(Access access, ConsultId consult, AttachmentId file);

    List<ConsultView> ofCase(Access access, CaseId id);

    /** How the departments answer: of what was asked in a period. */
    List<Figures> figures(Access access, Optional<BrandId> brand, Instant from, Instant to);

    /**
     * @param dueNow by when it would answer a question of this moment
     * @param mail   where the question goes by mail as well
     * @param canBeGiven whether it has people here who could answer the customer themselves
     */
    @Schema(name = "AskableDepartment")
    record Department(DepartmentId id, String nameNl, String nameEn, Instant dueNow, @Nullable String mail, boolean canBeGiven) {}

    /**
     * @param name      of who writes
     * @param automatic written by a machine, such as that somebody is away
     * @param text      what is new in it
     * @param foldedText what it quotes
     * @param clientKey unique for the mail
     */
    record MailedAnswer(
            String sender, String name, boolean automatic, String text, @Nullable String foldedText, List<NewAttachment> attachments, EnvelopeId envelope,
            String clientKey, Instant at) {}

    /**
     * @param sharesConversation whether the department may read what the customer and we wrote
     * @param dueAt another time than usual; a sooner one counts when the department accepts it
     * @param why   needed for a sooner time
     * @param answersCustomer gives it the case: it answers the customer itself, and may read the conversation
     */
    record NewConsult(
            DepartmentId department, String question, boolean sharesConversation, String clientKey, @Nullable Instant dueAt, @Nullable String why, boolean answersCustomer) {
        public NewConsult(DepartmentId department, String question, boolean sharesConversation, String clientKey) {
            this(department, question, sharesConversation, clientKey, null, null, false);
        }

        public NewConsult(DepartmentId department, String question, boolean sharesConversation, String clientKey, @Nullable Instant dueAt, @Nullable String why) {
            this(department, question, sharesConversation, clientKey, dueAt, why, false);
        }
    }

    /**
     * @param seenSeq the last message the writer had on screen
     * @param solved  whether nothing more is to be done; else the case waits for the customer
     * @param uploads what goes along
     */
    record CustomerAnswer(String text, int seenSeq, String clientKey, boolean solved, List<UploadId> uploads) {
        public CustomerAnswer(String text, int seenSeq, String clientKey, boolean solved) {
            this(text, seenSeq, clientKey, solved, List.of());
        }
    }

    /** @param dueAt the time as it was on screen when it was decided */
    record Decision(boolean accepted, Instant dueAt, String clientKey) {}

    record MoreTime(Instant dueAt, String why, String clientKey) {}

    record Words(String text, String clientKey) {}

    /**
     * @param keepsTime whether the time agreed stays; when that is sooner than the other department usually answers, it is only asked for
     * @param sharesConversation whether the conversation goes along, where it was shared; when nothing is said, it does unless the question goes by mail.
     *     Whoever is given the case may read it in any case, and then this is about the mail
     */
    record Passing(DepartmentId department, String why, boolean keepsTime, String clientKey, @Nullable Boolean sharesConversation) {
        public Passing(DepartmentId department, String why, boolean keepsTime, String clientKey) {
            this(department, why, keepsTime, clientKey, null);
        }
    }

    @Schema(name = "ConsultCounts")
    record Counts(int open, int late) {}

    /**
     * @param asked    how many came to it in the period, asked or passed on, and were neither withdrawn nor passed on
     * @param answered how many of those are answered
     * @param inTime   the share answered in time of what was due by the end of the period or is answered; absent below ten
     * @param n        of how many that share is
     * @param medianMinutesToSee    since it came to the department, until somebody of the department had it on screen, by the clock; absent below ten questions
     * @param medianMinutesToAnswer by the clock, without the time in which it waited for who asked; absent below ten answers
     * @param openNow  how many wait for the department at this moment, whenever they were asked
     * @param lateNow  how many of those are late
     * @param returnedNow how many wait for who asked at this moment
     * @param passedOn how many the department passed on in the period; they count for the other one
     * @param passedOnLate how many of those were late by then
     * @param askedBack how often it asked something back
     * @param moreTimeAsked   how often it asked for more time
     * @param moreTimeGranted how often it was granted
     * @param given    of how many of those asked it was given the case
     * @param answeredCustomer in how many of those it answered the customer
     * @param givenBack how many of those it gave back with an answer for whoever asked
     */
    @Schema(name = "DepartmentFigures")
    record Figures(
            DepartmentId department,
            String nameNl,
            String nameEn,
            int asked,
            int answered,
            @Nullable Share inTime,
            int n,
            @Nullable Integer medianMinutesToSee,
            @Nullable Integer medianMinutesToAnswer,
            int openNow,
            int lateNow,
            int returnedNow,
            int passedOn,
            int passedOnLate,
            int askedBack,
            int moreTimeAsked,
            int moreTimeGranted,
            int given,
            int answeredCustomer,
            int givenBack) {}
}
