package nl.hartslag.organisation.internal.fields;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.hartslag.organisation.Fields.Choice;
import nl.hartslag.organisation.Fields.Field;
import nl.hartslag.organisation.Fields.Type;

/** What shops and spreadsheets write, in the form that {@link FieldRules} knows. What cannot be read stays as it is, and is refused there. */
final class AsWritten {
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ofPattern("d-M-uuuu").withResolverStyle(ResolverStyle.STRICT), DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));
    private static final Set<String> YES = Set.of("yes", "ja", "true", "1", "y", "j");
    private static final Set<String> NO = Set.of("no", "nee", "false", "0", "n");
    private static final Pattern BETWEEN = Pattern.compile("[|;]");
    /** 1.234,56 and 1.234.567. */
    private static final Pattern POINTS_BETWEEN = Pattern.compile("-?\\d{1,3}((\\.\\d{3})+,\\d+|(\\.\\d{3}){2,})");
    private static final Pattern COMMAS_BETWEEN = Pattern.compile("-?\\d{1,3}((,\\d{3})+\\.\\d+|(,\\d{3}){2,})");
    private static final Pattern EITHER = Pattern.compile("-?[1-9]\\d{0,2}[.,]\\d{3}");

    private AsWritten() {}

    static List<String> values(Field field, String text) {
        String said = text.strip();
        return switch (field.type()) {
            case ONE_LINE, LONG_TEXT, LINK, WHOLE_NUMBER -> List.of(said);
            case DECIMAL -> List.of(decimal(said));
            case DATE -> List.of(day(said));
            case YES_NO -> List.of(yesNo(said.toLowerCase(Locale.ROOT)));
            case CHOICE -> List.of(choice(field, said));
            case CHOICES -> Arrays.stream(BETWEEN.split(said)).map(String::strip).map(one -> choice(field, one)).toList();
        };
    }

    /** With one mark alone it stands before the decimals; {@link #unclear} tells where it may not. */
    private static String decimal(String text) {
        String digits = digits(text);
        if (POINTS_BETWEEN.matcher(digits).matches()) return digits.replace(".", "").replace(',', '.');
        if (COMMAS_BETWEEN.matcher(digits).matches()) return digits.replace(",", "");
        return digits.replace(',', '.');
    }

    /** Whether it is one number for who writes a point before the decimals, and another for who writes a comma. */
    static boolean unclear(Field field, String text) {
        return field.type() == Type.DECIMAL && EITHER.matcher(digits(text)).matches();
    }

    private static String digits(String text) {
        return text.replaceAll("[\\s\u00a0€$£]", "");
    }

    private static String day(String text) {
        for (DateTimeFormatter form : DAYS) {
            try {
                return LocalDate.parse(text, form).toString();
            } catch (DateTimeException next) {
                continue;
            }
        }
        return text;
    }

    private static String yesNo(String text) {
        return YES.contains(text) ? "true" : NO.contains(text) ? "false" : text;
    }

    /** By its id or its name in one of both languages; one in use goes before one that is archived. */
    private static String choice(Field field, String text) {
        return field.choices().stream()
                .filter(one -> text.equals(one.id()) || text.equalsIgnoreCase(one.nameNl()) || text.equalsIgnoreCase(one.nameEn()))
                .min((a, b) -> Boolean.compare(a.archived(), b.archived()))
                .map(Choice::id)
                .orElse(text);
    }
}
