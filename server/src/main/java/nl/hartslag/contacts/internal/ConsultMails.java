package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Department;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DepartmentId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mails in which a department reads its question and what becomes of it, in the language of the brand. They go to the address of the
 * department and to nobody else, whoever wrote. Names of customers stand in none, unless they wrote them.
 */
@Component
class ConsultMails {
    private final DSLContext db;
    private final Organisation organisation;
    private final MailWay ways;
    private final OutboxTable outbox;
    private final Conversations conversations;
    private final ConversationInMail conversationInMail;
    private final Clock clock;

    ConsultMails(DSLContext db, Organisation organisation, MailWay ways, OutboxTable outbox, Conversations conversations, ConversationInMail conversationInMail, Clock clock) {
        this.db = db;
        this.organisation = organisation;
        this.ways = ways;
        this.outbox = outbox;
        this.conversations = conversations;
        this.conversationInMail = conversationInMail;
        this.clock = clock;
    }

    /** Whether anybody of the department would read a question of this brand, here or by mail. */
    boolean answers(DepartmentId department, BrandId brand) {
        return organisation.departments().stream().anyMatch(one -> one.id().equals(department))
                && (!organisation.membersOf(department).isEmpty() || reaches(department, brand));
    }

    /** Whether a question of this brand to the department goes by mail as well. */
    boolean reaches(DepartmentId department, BrandId brand) {
        return organisation.department(department).flatMap(Department::mail).isPresent() && ways.mailOf(brand).isPresent();
    }

    /** @param note the question in the thread, which says from then on how far its mail has come */
    void asked(ConsultRecord consult, MessageRecord note) {
        asks("text", consult, note);
    }

    /** @param note why it was passed on, in the thread */
    void passed(ConsultRecord consult, MessageRecord note) {
        asks("passed", consult, note);
    }

    private void asks(String key, ConsultRecord consult, MessageRecord note) {
        send(consult, consult.getDepartmentId(), note, words -> words.asking(key, consult, note.getAuthorName(), note.getText())
                + (consult.getMailsConversation() ? "\n\n" + conversationInMail.soFar(consult.getConversationId(), words) : ""));
        consult.setAskedMessage(note.getId());
        consult.update();
    }

    /** What the department asked back, answered; only to whom the question was mailed. */
    void told(ConsultRecord consult, MessageRecord note) {
        if (consult.getAskedMessage() == null) return;
        send(consult, consult.getDepartmentId(), note, words -> words.about("told", consult, note.getAuthorName()).replace("{answer}", note.getText()) + words.turns(consult));
    }

    /**
     * How another time ended that one side asked for; only to whom the question was mailed.
     *
     * @param how {@code soonerAccepted}, {@code soonerDeclined}, {@code granted} or {@code held}
     */
    void agreed(ConsultRecord consult, MessageRecord line, String how) {
        if (consult.getAskedMessage() == null) return;
        send(consult, consult.getDepartmentId(), line, words -> words.about(how, consult, line.getAuthorName()));
    }

    /** What the department wrote could not be read or done. @param why a key of the texts */
    void unread(ConsultRecord consult, MessageRecord line, String why) {
        send(consult, consult.getDepartmentId(), line, words -> words.about("unread", consult, line.getAuthorName())
                .replace("{why}", words.about("unread." + why, consult, line.getAuthorName())) + words.turns(consult));
    }

    /**
     * It need not answer any more. Only to whom the question was mailed; what has not left does not leave any more.
     *
     * @param how {@code withdrawn} or {@code answered}
     */
    void over(ConsultRecord consult, MessageRecord line, String how) {
        over(consult, consult.getDepartmentId(), consult.getAskedMessage(), line, how);
    }

    /** @param asked the mail to the department that passed the question on, if there was one */
    void passedOn(ConsultRecord consult, UUID from, @Nullable UUID asked, MessageRecord line) {
        over(consult, from, asked, line, "passedOn");
    }

    private void over(ConsultRecord consult, UUID department, @Nullable UUID asked, MessageRecord line, String how) {
        if (asked == null) return;
        boolean left = !db.fetchExists(OUTBOX, OUTBOX.MESSAGE_ID.eq(asked).and(OUTBOX.STATE.in("pending", "dead")));
        db.deleteFrom(OUTBOX).where(OUTBOX.CONSULT_ID.eq(consult.getId())).and(OUTBOX.STATE.in("pending", "dead")).execute();
        if (left) send(consult, department, line, words -> words.about(how, consult, line.getAuthorName()));
        else db.update(MESSAGE).set(MESSAGE.DELIVERY, "none").setNull(MESSAGE.DELIVERY_DETAIL).where(MESSAGE.ID.eq(asked)).execute();
    }

    private void send(ConsultRecord consult, UUID department, MessageRecord line, Function<ConsultWords, String> text) {
        ConsultWords words = ConsultWords.of(organisation.brand(new BrandId(consult.getBrandId())));
        Optional<String> address = organisation.department(new DepartmentId(department)).flatMap(Department::mail);
        Optional<String> channel = ways.mailOf(new BrandId(consult.getBrandId()));
        if (address.isEmpty() || channel.isEmpty()) return;
        ConversationRecord conversation = conversations.lock(new ConversationId(consult.getConversationId()));
        CasesRecord about = db.selectFrom(CASES).where(CASES.ID.eq(consult.getCaseId())).fetchSingle();
        OutboxRecord row = outbox.row(conversation, line, clock.instant(), channel.get(), false);
        row.setConsultId(consult.getId());
        row.setToAddresses(new String[] {address.get()});
        row.setCcAddresses(new String[0]);
        row.setSubject(words.get(consult.getMailsConversation() ? "subject" : "subjectAlone").replace("{number}", about.getNumber().toString())
                .replace("{subject}", about.getSubject()).strip());
        row.setWords(text.apply(words));
        outbox.add(List.of(row));
        line.setDelivery("queued");
        line.update();
    }
}
