package nl.hartslag.channels.internal.email.place;

import static nl.hartslag.channels.internal.db.Tables.AUTOMATIC_ANSWER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
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
    void acknowledge(EmailAccount account, MailAddress from, String to, ParsedMail mail, Received put) {
        if (put.contact() == null || !mayAnswer(to)) return;
        Brand brand = organisation.brand(account.brand());
        Optional<Instant> due = contacts.promiseTold(put.contact()).map(PromiseView::dueAt);
        String language = LanguageGuess.of(mail.subject() + " " + mail.text().orElse("")).orElse(brand.defaultLanguage());
        Locale locale = Locale.forLanguageTag(language);
        ResourceBundle texts = ResourceBundle.getBundle("texts.mail.acknowledgement", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String subject = texts.getString("subject").replace("{subject}", mail.subject()).strip();
        String text = texts.getString(due.isPresent() ? "withPromise" : "withoutPromise")
                .replace("{greeting}", from.name().isBlank() ? texts.getString("greeting") : texts.getString("greetingName").replace("{name}", from.name()))
                .replace("{due}", due.map(at -> when(at, brand, locale, texts)).orElse(""))
                .replace("{closing}", language.equals("nl") ? brand.greetingNl() : brand.greetingEn())
                .replace("{brand}", brand.name());
        contacts.post(new SystemMessage(put.conversation(), "acknowledgement", subject, text, null, "ack-" + put.contact(), clock.instant(), null));
    }

    private String when(Instant due, Brand brand, Locale locale, ResourceBundle texts) {
        ZonedDateTime at = due.atZone(brand.zone());
        boolean today = at.toLocalDate().equals(clock.instant().atZone(brand.zone()).toLocalDate());
        return DateTimeFormatter.ofPattern(texts.getString(today ? "dueToday" : "dueLater"), locale).format(at);
    }

    private boolean mayAnswer(String address) {
        Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
        return db.insertInto(AUTOMATIC_ANSWER, AUTOMATIC_ANSWER.ADDRESS, AUTOMATIC_ANSWER.AT)
                .select(DSL.select(DSL.val(address), DSL.val(clock.instant()))
                        .where(DSL.select(DSL.count()).from(AUTOMATIC_ANSWER)
                                .where(AUTOMATIC_ANSWER.ADDRESS.eq(address)).and(AUTOMATIC_ANSWER.AT.gt(hourAgo))
                                .asField().lt(MOST_IN_AN_HOUR)))
                .execute() == 1;
    }
}
