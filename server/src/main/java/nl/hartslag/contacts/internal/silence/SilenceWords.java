package nl.hartslag.contacts.internal.silence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.hartslag.organisation.Organisation.Brand;
import org.jspecify.annotations.Nullable;

/** The words of reminders and closing messages, with what differs per case filled in. */
public final class SilenceWords {
    static final String DATE = "date";
    private static final Set<String> KNOWN = Set.of("greeting", "subject", DATE, "closing", "brand");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}\\s]*)}");

    private SilenceWords() {}

    /** @param key {@code remind} or {@code closing} */
    static String usual(String key, String language) {
        return texts(language).getString(key);
    }

    /** Whether nothing stands between braces but what is filled in. */
    static boolean known(String words) {
        return VARIABLE.matcher(words).results().allMatch(found -> KNOWN.contains(found.group(1)));
    }

    static boolean names(String words, String variable) {
        return words.contains("{" + variable + "}");
    }

    /** @param name of the customer, where it is known and may be said; @param day on which the case is or was solved */
    public static String filled(String words, String language, Brand brand, @Nullable String name, String subject, LocalDate day) {
        ResourceBundle texts = texts(language);
        Map<String, String> values = Map.of(
                "greeting", name == null || name.isBlank() ? texts.getString("greeting") : texts.getString("greetingName").replace("{name}", name),
                "subject", subject,
                DATE, DateTimeFormatter.ofPattern(texts.getString("day"), Locale.forLanguageTag(language)).format(day),
                "closing", language.equals("nl") ? brand.greetingNl() : brand.greetingEn(),
                "brand", brand.name());
        // in one go: what a customer wrote in his subject is never a variable itself
        return VARIABLE.matcher(words).replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    private static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle("texts.mail.silence", Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
