package nl.hartslag.customers.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.net.IDN;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.platform.problem.Problem;

/**
 * An address through which a customer reaches us, written in one way, so that the same address is recognised however it
 * was typed.
 *
 * @param value for comparing
 * @param shown for people
 */
public record Address(IdentityKind kind, String value, String shown) {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 320;
    /** Where a number without country code is dialled; brands elsewhere need numbers with their code. */
    private static final Map<String, String> COUNTRY_OF_ZONE = Map.of(
            "Europe/Amsterdam", "NL",
            "Europe/Brussels", "BE",
            "Europe/Berlin", "DE",
            "Europe/Paris", "FR",
            "Europe/London", "GB",
            "Europe/Luxembourg", "LU",
            "Europe/Dublin", "IE",
            "Europe/Vienna", "AT",
            "Europe/Zurich", "CH",
            "America/Paramaribo", "SR");

    /** @throws Problem {@code request/invalid} when it cannot be an address of this kind */
    public static Address of(IdentityKind kind, String raw, ZoneId brandZone) {
        String text = raw.strip();
        if (text.isEmpty()) throw Problem.invalid("value", "required");
        if (text.length() > LONGEST) throw Problem.invalid("value", "too-long", LONGEST);
        return switch (kind) {
            case EMAIL -> email(text);
            case PHONE -> phone(text, COUNTRY_OF_ZONE.getOrDefault(brandZone.getId(), "ZZ"));
            case BROWSER, EXTERNAL -> new Address(kind, text, text);
        };
    }

    /**
     * The part before the @ is compared without regard to case: no provider in use tells them apart. A domain is compared
     * in its ASCII form and shown in its own script.
     */
    private static Address email(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1 || text.chars().anyMatch(Character::isWhitespace)) {
            throw Problem.invalid("value", "email");
        }
        String name = text.substring(0, at);
        String domain = text.substring(at + 1);
        try {
            String ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
            if (ascii.isBlank()) throw Problem.invalid("value", "email");
            return new Address(
                    IdentityKind.EMAIL, name.toLowerCase(Locale.ROOT) + "@" + ascii, name + "@" + IDN.toUnicode(ascii));
        } catch (IllegalArgumentException noDomain) {
            throw Problem.invalid("value", "email");
        }
    }

    /** E.164 where the number can be understood; otherwise its digits as they came, so that it still is recognised. */
    private static Address phone(String text, String country) {
        try {
            var number = PHONES.parse(text, country);
            if (PHONES.isPossibleNumber(number)) {
                return new Address(
                        IdentityKind.PHONE,
                        PHONES.format(number, PhoneNumberFormat.E164),
                        PHONES.format(number, PhoneNumberFormat.INTERNATIONAL));
            }
        } catch (NumberParseException notANumber) {
            // kept as digits below
        }
        String digits = text.replaceAll("\\D", "");
        if (digits.isEmpty()) throw Problem.invalid("value", "phone");
        return new Address(IdentityKind.PHONE, digits, text);
    }
}
