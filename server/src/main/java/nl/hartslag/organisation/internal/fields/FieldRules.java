package nl.hartslag.organisation.internal.fields;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.hartslag.organisation.Fields.Choice;
import nl.hartslag.organisation.Fields.Fault;
import nl.hartslag.organisation.Fields.Field;
import nl.hartslag.organisation.Fields.Type;
import org.jspecify.annotations.Nullable;

/** What may stand in a field of which type, and the one form in which it is kept. Keeping what was kept changes nothing. */
final class FieldRules {
    static final int LONGEST_LINE = 200;
    static final int LONGEST_TEXT = 4000;
    static final int LONGEST_LINK = 500;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,12}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,4})?");
    private static final Set<String> YES_NO = Set.of("true", "false");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private FieldRules() {}

    sealed interface Outcome {}

    /** As it is kept; empty when there is nothing. */
    record Fits(List<String> value) implements Outcome {}

    record Wrong(Fault fault) implements Outcome {}

    /** @param before what stands there; what is archived may stay */
    static Outcome check(Field field, List<String> given, List<String> before) {
        List<String> value = given.stream().map(one -> clean(one, field.type())).filter(one -> !one.isEmpty()).distinct().toList();
        if (value.isEmpty()) return new Fits(value);
        if (field.type() == Type.CHOICES) return chosen(field, value, before);
        if (value.size() > 1) return wrong("too-many", 1L);
        if (field.type() == Type.CHOICE) return chosen(field, value, before);
        return one(field.type(), value.getFirst());
    }

    private static Outcome one(Type type, String text) {
        return switch (type) {
            case ONE_LINE -> noLonger(text, LONGEST_LINE);
            case LONG_TEXT -> noLonger(text, LONGEST_TEXT);
            case WHOLE_NUMBER -> WHOLE.matcher(text).matches() ? fits(String.valueOf(Long.parseLong(text))) : wrong("whole-number", null);
            case DECIMAL -> DECIMAL.matcher(text).matches() ? fits(plain(text)) : wrong("decimal", null);
            case DATE -> date(text);
            case YES_NO -> YES_NO.contains(text) ? fits(text) : wrong("yes-no", null);
            case LINK -> text.length() > LONGEST_LINK ? wrong("too-long", (long) LONGEST_LINK) : isLink(text) ? fits(text) : wrong("link", null);
            case CHOICE, CHOICES -> wrong("unknown", null);
        };
    }

    private static Outcome noLonger(String text, int most) {
        return text.length() <= most ? fits(text) : wrong("too-long", (long) most);
    }

    /** 12.50 and 12.5 are one amount. */
    private static String plain(String text) {
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        return number.signum() == 0 ? "0" : number.toPlainString();
    }

    private static Outcome date(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? fits(day.toString()) : wrong("date", null);
        } catch (DateTimeException noDate) {
            return wrong("date", null);
        }
    }

    /** Only what a browser opens safely, and nothing that hides where it leads. */
    private static boolean isLink(String text) {
        try {
            URI link = new URI(text);
            String scheme = link.getScheme();
            return scheme != null && Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT)) && link.getHost() != null && link.getRawUserInfo() == null;
        } catch (URISyntaxException noLink) {
            return false;
        }
    }

    private static Outcome chosen(Field field, List<String> value, Collection<String> before) {
        List<Choice> known = field.choices();
        if (!known.stream().map(Choice::id).toList().containsAll(value)) return wrong("unknown", null);
        boolean archived = known.stream().anyMatch(one -> one.archived() && value.contains(one.id()) && !before.contains(one.id()));
        if (archived) return wrong("archived", null);
        return new Fits(known.stream().map(Choice::id).filter(value::contains).toList());
    }

    /** Without what PostgreSQL or a screen stumbles over: control characters and halves of characters. */
    private static String clean(String text, Type type) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(each -> {
            if (each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE) return;
            if (!Character.isISOControl(each)) clean.appendCodePoint(each);
            else if (each == '\n' && type == Type.LONG_TEXT) clean.append('\n');
            else if (Character.isWhitespace(each)) clean.append(' ');
        });
        return clean.toString().strip();
    }

    private static Outcome fits(String text) {
        return new Fits(List.of(text));
    }

    private static Outcome wrong(String code, @Nullable Long limit) {
        return new Wrong(new Fault(code, limit));
    }
}
