package nl.hartslag.platform.privacy;

import java.util.Collection;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Finds addresses and names in text. */
public final class Words {
    private Words() {}

    /** From this length on a word is nobody else's. */
    private static final int TELLING = 10;

    /**
     * Whether a text in JSON, whatever its capitals, holds one of these. An address, or what is long, is found anywhere in it; what is
     * short, such as a shop's number or a first name, only as a whole value, since it stands in what is others' too.
     */
    public static Condition in(Field<?> text, Collection<String> words) {
        if (words.isEmpty()) return DSL.falseCondition();
        String[] patterns = words.stream().map(Words::sought)
                .map(word -> "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%").toArray(String[]::new);
        return DSL.condition("{0}::text ilike any ({1})", text, DSL.val(patterns));
    }

    /** The same of a text at hand. */
    public static boolean in(String text, Collection<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> lower.contains(sought(word).toLowerCase(Locale.ROOT)));
    }

    /** Whether one of these stands anywhere in it, however short. */
    public static boolean named(String text, Collection<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static String sought(String word) {
        return word.contains("@") || word.length() >= TELLING ? word : '"' + word + '"';
    }
}
