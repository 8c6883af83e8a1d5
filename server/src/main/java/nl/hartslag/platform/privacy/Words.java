package nl.hartslag.platform.privacy;

import java.util.Collection;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Finds addresses and names in text. */
public final class Words {
    private Words() {}

    /** Whether the text, whatever its capitals, holds one of these. */
    public static Condition in(Field<?> text, Collection<String> words) {
        if (words.isEmpty()) return DSL.falseCondition();
        String[] patterns = words.stream().map(word -> "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%").toArray(String[]::new);
        return DSL.condition("{0}::text ilike any ({1})", text, DSL.val(patterns));
    }

    public static boolean in(String text, Collection<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(word -> lower.contains(word.toLowerCase(Locale.ROOT)));
    }
}
