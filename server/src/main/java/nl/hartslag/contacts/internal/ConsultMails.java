package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.organisation.Organisation.Department;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.DepartmentId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The mail in which a department reads its question, in the language of the brand. Names of customers stand in none, unless they wrote them. */
@Component
class ConsultMails {
    private static final int MOST_MESSAGES = 20;
    private static final int MOST_WORDS = 20_000;
    private final DSLContext db;
    private final Organisation organisation;
    private final MailWay ways;
    private final OutboxTable outbox;
    private final Clock clock;

    ConsultMails(DSLContext db, Organisation organisation, MailWay ways, OutboxTable outbox, Clock clock) {
        this.db = db;
        this.organisation = organisation;
        this.ways = ways;
        this.outbox = outbox;
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
    void asked(ConsultRecord consult, ConversationRecord conversation, MessageRecord note) {
        send(consult, conversation, note, (texts, brand) -> texts.getString("text")
                .replace("{who}", note.getAuthorName())
                .replace("{brand}", brand.name())
                .replace("{due}", when(consult.getDueAt(), texts, "due", brand))
                .replace("{question}", consult.getQuestion())
                + given(consult, texts)
                + sooner(consult, texts, brand)
                + (consult.getSharesConversation() ? "\n\n" + conversationSoFar(conversation, texts, brand) : ""));
        consult.setAskedMessage(note.getId());
        consult.update();
    }

    /** @param note why it was passed on, in the thread */
    void passed(ConsultRecord consult, ConversationRecord conversation, MessageRecord note) {
        send(consult, conversation, note, (texts, brand) -> texts.getString("passed")
                .replace("{who}", note.getAuthorName())
                .replace("{brand}", brand.name())
                .replace("{due}", when(consult.getDueAt(), texts, "due", brand))
                .replace("{why}", note.getText())
                .replace("{question}", consult.getQuestion())
                + given(consult, texts)
                + sooner(consult, texts, brand)
                + (consult.getSharesConversation() ? "\n\n" + conversationSoFar(conversation, texts, brand) : ""));
        consult.setAskedMessage(note.getId());
        consult.update();
    }

    private static String given(ConsultRecord consult, ResourceBundle texts) {
        return consult.getAnswersCustomer() ? "\n\n" + texts.getString("given") : "";
    }

    private static String sooner(ConsultRecord consult, ResourceBundle texts, Brand brand) {
        if (consult.getWantedAt() == null) return "";
        String why = consult.getWantedWhy() == null ? "" : " " + consult.getWantedWhy();
        return "\n\n" + texts.getString("sooner").replace("{at}", when(consult.getWantedAt(), texts, "due", brand)).replace("{why}", why).strip();
    }

    /** What the department asked back, answered; only to whom the question was mailed. */
    void told(ConsultRecord consult, ConversationRecord conversation, MessageRecord note) {
        if (consult.getAskedMessage() == null) return;
        send(consult, conversation, note, (texts, brand) -> texts.getString("told")
                .replace("{who}", note.getAuthorName())
                .replace("{answer}", note.getText())
                .replace("{due}", when(consult.getDueAt(), texts, "due", brand))
                .replace("{question}", consult.getQuestion()));
    }

    /** Only to whom the question was mailed; what has not left does not leave any more. */
    void withdrawn(ConsultRecord consult, ConversationRecord conversation, MessageRecord line) {
        if (consult.getAskedMessage() == null) return;
        boolean left = !db.fetchExists(OUTBOX, OUTBOX.MESSAGE_ID.eq(consult.getAskedMessage()).and(OUTBOX.STATE.in("pending", "dead")));
        db.deleteFrom(OUTBOX).where(OUTBOX.CONSULT_ID.eq(consult.getId())).and(OUTBOX.STATE.in("pending", "dead")).execute();
        if (left) sendWithdrawal(consult, conversation, line);
        else db.update(MESSAGE).set(MESSAGE.DELIVERY, "none").setNull(MESSAGE.DELIVERY_DETAIL).where(MESSAGE.ID.eq(consult.getAskedMessage())).execute();
    }

    private void sendWithdrawal(ConsultRecord consult, ConversationRecord conversation, MessageRecord line) {
        send(consult, conversation, line, (texts, _) -> texts.getString("withdrawn").replace("{question}", consult.getQuestion()));
    }

    @FunctionalInterface
    private interface Words {
        String in(ResourceBundle texts, Brand brand);
    }

    private void send(ConsultRecord consult, ConversationRecord conversation, MessageRecord line, Words words) {
        Brand brand = organisation.brand(new BrandId(consult.getBrandId()));
        Optional<String> address = organisation.department(new DepartmentId(consult.getDepartmentId())).flatMap(Department::mail);
        Optional<String> channel = ways.mailOf(brand.id());
        if (address.isEmpty() || channel.isEmpty()) return;
        ResourceBundle texts = ResourceBundle.getBundle("texts.mail.consult", Locale.forLanguageTag(brand.defaultLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        CasesRecord about = db.selectFrom(CASES).where(CASES.ID.eq(consult.getCaseId())).fetchSingle();
        OutboxRecord row = outbox.row(conversation, line, clock.instant(), channel.get(), false);
        row.setConsultId(consult.getId());
        row.setToAddresses(new String[] {address.get()});
        row.setCcAddresses(new String[0]);
        row.setSubject(texts.getString(consult.getSharesConversation() ? "subject" : "subjectAlone").replace("{number}", about.getNumber().toString())
                .replace("{subject}", about.getSubject()).strip());
        row.setWords(words.in(texts, brand));
        outbox.add(List.of(row));
        line.setDelivery("queued");
        line.update();
    }

    private String conversationSoFar(ConversationRecord conversation, ResourceBundle texts, Brand brand) {
        StringBuilder said = new StringBuilder(texts.getString("shared"));
        List<MessageRecord> newest = db.selectFrom(MESSAGE)
                .where(MESSAGE.CONVERSATION_ID.eq(conversation.getId())).and(MESSAGE.DIRECTION.in("in", "out")).and(MESSAGE.PURPOSE.eq("conversation"))
                .orderBy(MESSAGE.SEQ.desc()).limit(MOST_MESSAGES + 1).fetch();
        int shown = 0;
        for (MessageRecord message : newest) {
            String by = texts.getString(message.getDirection().equals("in") ? "customer" : "us");
            String part = "\n\n" + by + ", " + when(message.getAt(), texts, "at", brand) + ":\n" + message.getText();
            if (shown == MOST_MESSAGES || shown > 0 && said.length() + part.length() > MOST_WORDS) break;
            said.append(part, 0, Math.min(part.length(), MOST_WORDS));
            shown++;
        }
        return shown == newest.size() ? said.toString() : said + "\n\n" + texts.getString("more");
    }

    private static String when(Instant at, ResourceBundle texts, String pattern, Brand brand) {
        return DateTimeFormatter.ofPattern(texts.getString(pattern), texts.getLocale()).format(at.atZone(brand.zone()));
    }
}
