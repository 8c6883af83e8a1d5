package nl.hartslag.channels.internal.email.place;

import static nl.hartslag.channels.internal.db.Tables.AUTOMATIC_ANSWER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import nl.hartslag.channels.internal.db.tables.records.AutomaticAnswerRecord;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.email.parse.ParsedMail;
import nl.hartslag.channels.internal.email.show.LanguageGuess;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.PromiseView;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.SystemMessage;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.platform.database.Batches;
import nl.hartslag.shared.ContactId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Tells a customer that his mail arrived and by when he hears from us. */
@Component
class Acknowledgements {
    /** Beyond this the other side is a robot that does not say so. */
    private static final int MOST_IN_AN_HOUR = 5;
    private final DSLContext db;
    private final Clock clock;
    private final Contacts contacts;
    private final Organisation organisation;

    Acknowledgements(DSLContext db, Clock clock, Contacts contacts, Organisation organisation) {
        this.db = db;
        this.clock = clock;
        this.contacts = contacts;
        this.organisation = organisation;
    }

    /** @param to where it goes, which is where the writer wants his answers */
    record Due(EmailAccount account, MailAddress from, String to, ParsedMail mail, Received put) {
        ContactId contact() {
            return Objects.requireNonNull(put.contact());
        }
    }

    /** @param all those of new contacts */
    void acknowledge(List<Due> all) {
        List<Due> answered = answerable(all);
        if (answered.isEmpty()) return;
        Map<ContactId, PromiseView> told = contacts.promisesTold(answered.stream().map(Due::contact).toList());
        contacts.post(answered.stream().map(due -> message(due, Optional.ofNullable(told.get(due.contact())).map(PromiseView::dueAt))).toList());
    }

    private SystemMessage message(Due ack, Optional<Instant> due) {
        Brand brand = organisation.brand(ack.account.brand());
        String language = LanguageGuess.of(ack.mail.subject() + " " + ack.mail.text().orElse("")).orElse(brand.defaultLanguage());
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle texts = ResourceBundle.getBundle("texts.mail.acknowledgement", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String name = ack.from.name();
        String subject = texts.getString("subject").replace("{subject}", ack.mail.subject()).strip();
        String text = texts.getString(due.isPresent() ? "withPromise" : "withoutPromise")
                .replace("{greeting}", name.isBlank() ? texts.getString("greeting") : texts.getString("greetingName").replace("{name}", name))
                .replace("{due}", due.map(at -> when(at, brand, locale, texts)).orElse(""))
                .replace("{closing}", language.equals("nl") ? brand.greetingNl() : brand.greetingEn())
                .replace("{brand}", brand.name());
        return new SystemMessage(
                ack.put.conversation(), "acknowledgement", subject, text, null, "ack-" + ack.contact(), clock.instant(), null);
    }

    private String when(Instant due, Brand brand, Locale locale, ResourceBundle texts) {
        ZonedDateTime at = due.atZone(brand.zone());
        boolean today = at.toLocalDate().equals(clock.instant().atZone(brand.zone()).toLocalDate());
        return DateTimeFormatter.ofPattern(texts.getString(today ? "dueToday" : "dueLater"), locale).format(at);
    }

    private List<Due> answerable(List<Due> all) {
        if (all.isEmpty()) return all;
        Instant now = clock.instant();
        Map<String, Integer> sent = db.select(AUTOMATIC_ANSWER.ADDRESS, DSL.count()).from(AUTOMATIC_ANSWER)
                .where(AUTOMATIC_ANSWER.ADDRESS.eq(DSL.any(all.stream().map(Due::to).distinct().toArray(String[]::new))))
                .and(AUTOMATIC_ANSWER.AT.gt(now.minus(Duration.ofHours(1))))
                .groupBy(AUTOMATIC_ANSWER.ADDRESS)
                .fetchMap(AUTOMATIC_ANSWER.ADDRESS, DSL.count());
        List<Due> answered = all.stream().filter(due -> sent.merge(due.to, 1, Integer::sum) <= MOST_IN_AN_HOUR).toList();
        Batches.insert(db, answered.stream().map(due -> new AutomaticAnswerRecord(due.to, now)).toList());
        return answered;
    }
}
