package nl.hartslag.organisation.internal.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.organisation.FieldValues;
import nl.hartslag.organisation.Fields.Choice;
import nl.hartslag.organisation.Fields.Fault;
import nl.hartslag.organisation.Fields.Field;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.organisation.Fields.Required;
import nl.hartslag.organisation.Fields.Shown;
import nl.hartslag.organisation.Fields.Type;
import nl.hartslag.organisation.internal.fields.FieldRules.Fits;
import nl.hartslag.organisation.internal.fields.FieldRules.Wrong;
import nl.hartslag.shared.FieldId;
import nl.hartslag.testing.Law;
import nl.hartslag.testing.Law.Any;
import org.junit.jupiter.api.Test;

class FieldRulesTest {
    private static final String RED = UUID.randomUUID().toString();
    private static final String BLUE = UUID.randomUUID().toString();
    private static final String GONE = UUID.randomUUID().toString();
    private static final List<Choice> COLOURS =
            List.of(new Choice(RED, "Rood", "Red", false), new Choice(BLUE, "Blauw", "Blue", false), new Choice(GONE, "Paars", "Purple", true));

    @Test
    void whatIsKeptIsKeptOnceMoreUnchangedAndReadBack() {
        Law.holds(any -> {
            Field field = of(any.of(Type.values()));
            kept(field, given(any)).ifPresent(value -> {
                assertThat(kept(field, value)).contains(value);
                FieldValues stored = FieldValues.NONE.with(field.id(), value);
                assertThat(FieldValues.read(stored.written())).isEqualTo(stored);
            });
        });
    }

    @Test
    void whatIsKeptIsBoundedAndNothingThatADatabaseRefuses() {
        Law.holds(any -> {
            Type type = any.of(Type.values());
            kept(of(type), given(any)).stream().flatMap(List::stream).forEach(text -> {
                assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(FieldRules.LONGEST_TEXT).doesNotContain("\0");
                assertThat(text.chars().filter(each -> Character.isISOControl(each) && each != '\n')).isEmpty();
                if (type != Type.LONG_TEXT) assertThat(text).doesNotContain("\n").hasSizeLessThanOrEqualTo(FieldRules.LONGEST_LINK);
                switch (type) {
                    case ONE_LINE -> assertThat(text).hasSizeLessThanOrEqualTo(FieldRules.LONGEST_LINE);
                    case WHOLE_NUMBER -> assertThat(Math.abs(Long.parseLong(text))).isLessThan(1_000_000_000_000L);
                    case DECIMAL -> assertThat(text).matches("-?\\d{1,12}(\\.\\d{1,4})?");
                    case DATE -> assertThat(LocalDate.parse(text).getYear()).isBetween(1900, 2199);
                    case YES_NO -> assertThat(text).isIn("true", "false");
                    case LINK -> assertThat(URI.create(text).getScheme().toLowerCase()).isIn("http", "https");
                    case CHOICE, CHOICES -> assertThat(text).isIn(RED, BLUE);
                    case LONG_TEXT -> { }
                }
            });
        });
    }

    @Test
    void whatOthersWriteIsReadAsTheyMeanIt() {
        assertThat(read(Type.DECIMAL, "€ 1.234,50")).contains(List.of("1234.5"));
        assertThat(read(Type.DECIMAL, "12.50")).contains(List.of("12.5"));
        assertThat(read(Type.DATE, "31-12-2026")).contains(List.of("2026-12-31"));
        assertThat(read(Type.DATE, "31-2-2026")).isEmpty();
        assertThat(read(Type.YES_NO, "Ja")).contains(List.of("true"));
        assertThat(read(Type.YES_NO, "misschien")).isEmpty();
        assertThat(read(Type.CHOICE, "rood")).contains(List.of(RED));
        assertThat(read(Type.CHOICE, "groen")).isEmpty();
        assertThat(read(Type.CHOICES, "Blue | rood")).contains(List.of(RED, BLUE));
    }

    @Test
    void anAmountThatCanBeReadInTwoWaysIsRefused() {
        for (String unclear : List.of("1.250", "1,250", "-12.500", "€ 999,999")) {
            assertThat(reader(Type.DECIMAL).read(Map.of("veld", unclear)).faults()).as(unclear).containsEntry("veld", new Fault("decimal-unclear", null));
        }
        for (String none : List.of("1.2.3", "1,23.4,5", "12.34,567.8", "1.234,56,78", ",", "1.", "een")) {
            assertThat(reader(Type.DECIMAL).read(Map.of("veld", none)).faults()).as(none).containsEntry("veld", new Fault("decimal", null));
        }
        Map.of("1.234,56", "1234.56", "1,234.56", "1234.56", "1.234.567", "1234567", "1,234,567.5", "1234567.5", "0.250", "0.25", "0,125", "0.125", "1250.125", "1250.125",
                "1 250,5", "1250.5", "-1,25", "-1.25", "1250", "1250").forEach((written, meant) -> assertThat(read(Type.DECIMAL, written)).as(written).contains(List.of(meant)));
    }

    private static FieldReader reader(Type type) {
        return new FieldReader(List.of(of(type)));
    }

    @Test
    void refusesWhatABrowserShouldNotOpen() {
        for (String link : List.of("javascript:alert(1)", "ftp://host/file", "https://", "https://user:secret@host/", "//host", "http:/host")) {
            assertThat(kept(of(Type.LINK), List.of(link))).as(link).isEmpty();
        }
        assertThat(kept(of(Type.LINK), List.of(" https://example.org/a?b=c "))).contains(List.of("https://example.org/a?b=c"));
    }

    @Test
    void whatIsArchivedMayStayAndIsNotChosenAnew() {
        assertThat(kept(of(Type.CHOICE), List.of(GONE))).isEmpty();
        assertThat(FieldRules.check(of(Type.CHOICE), List.of(GONE), List.of(GONE))).isEqualTo(new Fits(List.of(GONE)));
        assertThat(FieldRules.check(of(Type.CHOICES), List.of(GONE, RED), List.of(GONE))).isEqualTo(new Fits(List.of(RED, GONE)));
        assertThat(FieldRules.check(of(Type.CHOICE), List.of(RED, BLUE), List.of())).isInstanceOf(Wrong.class);
    }

    private static List<String> given(Any any) {
        return any.list(3, () -> switch (any.number(0, 9)) {
            case 0 -> String.valueOf(any.number());
            case 1 -> any.number(-9999, 9999) + "." + any.number(0, 99999);
            case 2 -> "%04d-%02d-%02d".formatted(any.number(1800, 2300), any.number(0, 13), any.number(0, 32));
            case 3 -> any.of("true", "false", "yes", "");
            case 4 -> any.of(RED, BLUE, GONE, UUID.randomUUID().toString());
            case 5 -> any.of("https://", "http://", "HTTPS://", "javascript:", "file:///") + any.of("host", "host/pad?q=1", "", "a b", "user@host");
            case 6 -> any.of("\0", "\n", "\r\n", "\t", "\u0085", "\ud800", "\udc00", " ") + "woord\nnog een\0";
            case 7 -> "x".repeat(any.number(0, 5000));
            default -> new String(any.bytes(300), java.nio.charset.StandardCharsets.UTF_16);
        });
    }

    private static Optional<List<String>> read(Type type, String text) {
        return kept(of(type), AsWritten.values(of(type), text));
    }

    private static Optional<List<String>> kept(Field field, List<String> given) {
        return FieldRules.check(field, given, List.of()) instanceof Fits(List<String> value) ? Optional.of(value) : Optional.empty();
    }

    private static Field of(Type type) {
        List<Choice> choices = Set.of(Type.CHOICE, Type.CHOICES).contains(type) ? COLOURS : List.of();
        return new Field(FieldId.next(), Kind.CASE, "veld", type, "Veld", "Field", "", "", null, choices, Required.NEVER, List.of(), List.of(), Shown.OF_ALL, false, 0);
    }
}
