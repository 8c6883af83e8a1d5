package nl.hartslag.feedback.internal;

import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** Finds remarks by the words in them, with the index that is made for it. */
public final class WordSearch {
    private WordSearch() {}

    /** Every word must begin a word of the remark; empty when nothing searchable was typed. */
    public static Optional<Condition> in(String text) {
        String query = Arrays.stream(text.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
        return query.isEmpty()
                ? Optional.empty()
                : Optional.of(DSL.condition(
                        "to_tsvector('simple', {0}) @@ to_tsquery('simple', {1})", RESPONSE.WHY, DSL.val(query)));
    }
}
