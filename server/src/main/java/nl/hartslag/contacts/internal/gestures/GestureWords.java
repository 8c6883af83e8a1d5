package nl.hartslag.contacts.internal.gestures;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Amounts and the sentence for the customer, in a language. */
final class GestureWords {
    static final String AMOUNT = "{amount}";
    /** All amounts are kept in hundredths. */
    static final int DIGITS = 2;

    private GestureWords() {}

    static String money(String language, long minor, String currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language.equals("nl") ? Locale.forLanguageTag("nl-NL") : Locale.UK);
        format.setCurrency(Currency.getInstance(currency));
        return format.format(BigDecimal.valueOf(minor, DIGITS)).replace('\u00a0', ' ');
    }

    static String told(String template, String language, long minor, String currency) {
        return template.replace(AMOUNT, money(language, minor, currency));
    }
}
