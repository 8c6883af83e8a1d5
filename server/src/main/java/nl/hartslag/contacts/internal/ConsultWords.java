package nl.hartslag.contacts.internal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.organisation.Organisation.Brand;

/** The words of mails to departments, in the language of a brand. */
record ConsultWords(ResourceBundle texts, Brand brand) {
    /** As {@link WrittenMoment} reads it. */
    private static final DateTimeFormatter EXAMPLE = DateTimeFormatter.ofPattern("d-M-yyyy HH:mm");

    static ConsultWords of(Brand brand) {
        return new ConsultWords(ResourceBundle.getBundle("texts.mail.consult", Locale.forLanguageTag(brand.defaultLanguage()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)), brand);
    }

    String get(String key) {
        return texts.getString(key);
    }

    /** @param who does what the text says */
    String about(String key, ConsultRecord consult, String who) {
        return filled(get(key), consult, who);
    }

    /** Asks, with what is wanted and how to say something else than an answer. */
    String asking(String key, ConsultRecord consult, String who, String why) {
        String given = consult.getAnswersCustomer() ? "\n\n" + get("given") : "";
        return filled(get(key), consult, who).replace("{why}", why) + given + sooner(consult) + turns(consult);
    }

    private String filled(String text, ConsultRecord consult, String who) {
        return text.replace("{who}", who).replace("{brand}", brand.name()).replace("{due}", when(consult.getDueAt(), "due")).replace("{question}", consult.getQuestion());
    }

    private String sooner(ConsultRecord consult) {
        if (!soonerAsked(consult)) return "";
        String why = consult.getWantedWhy() == null ? "" : " " + consult.getWantedWhy();
        return "\n\n" + get("sooner").replace("{at}", when(consult.getWantedAt(), "due")).replace("{why}", why).strip();
    }

    String turns(ConsultRecord consult) {
        Instant later = consult.getDueAt().atZone(brand.zone()).plusDays(1).toInstant();
        return "\n\n" + get("turns").replace("{sooner}", soonerAsked(consult) ? get("turnSooner") : "").replace("{later}", EXAMPLE.format(later.atZone(brand.zone())));
    }

    private static boolean soonerAsked(ConsultRecord consult) {
        return "asker".equals(consult.getWantedBy());
    }

    /** @param pattern of the texts */
    String when(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(get(pattern), texts.getLocale()).format(at.atZone(brand.zone()));
    }
}
