package nl.hartslag.desk.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: all of these words, each by its stem or as the beginning of one; words between quotation marks beside each
 * other; and none of those with a minus before them.
 *
 * @param meant as somebody would type it, where other words were taken than he typed; else absent
 */
public record Sought(List<Term> terms, @Nullable String meant) {
    private static final int MOST_TERMS = 16;
    private static final Pattern TERM = Pattern.compile("(-?)(?:[\"“”„]([^\"“”„]*)[\"“”„]?|([^\\s\"“”„]+))");

    /**
     * One word, or several that stand beside each other.
     *
     * @param exactly as it is written and no longer
     * @param not     what may not stand there
     */
    record Term(List<String> words, boolean exactly, boolean not) {
        static final int SHORTEST_BEGINNING = 3;

        /** As PostgreSQL understands it ({@code tsquery}). */
        String query() {
            String query = exactly ? row(false) : words.size() == 1 ? loosely(words.getFirst()) : "(" + row(true) + " | " + loosely(String.join("", words)) + ")";
            return not ? "!" + query : query;
        }

        /** One word that somebody may have mistyped. */
        boolean mayBeMistyped() {
            return !exactly && !not && words.size() == 1;
        }

        private String typed() {
            return (not ? "-" : "") + (exactly ? '"' + String.join(" ", words) + '"' : String.join("-", words));
        }

        private String row(boolean beginning) {
            return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" <-> ", "(", beginning ? ":*)" : ")"));
        }

        private static String loosely(String word) {
            String asWritten = "'" + word + "'" + (word.length() < SHORTEST_BEGINNING ? "" : ":*");
            return Stream.concat(Stream.of(asWritten), Stems.of(word).stream().map(stem -> "'" + Document.STEM + stem + "'")).collect(Collectors.joining(" | ", "(", ")"));
        }
    }

    /** Empty when nothing was typed that can be found. Small words count only where there are no others. */
    static Optional<Sought> of(String typed) {
        List<Term> terms = terms(typed);
        List<Term> telling = terms.stream().filter(term -> term.exactly || term.words.size() > 1 || !Stems.small(term.words.getFirst())).toList();
        Sought sought = new Sought(telling.stream().allMatch(Term::not) ? terms.stream().map(term -> new Term(term.words, true, term.not)).toList() : telling, null);
        return sought.terms.stream().allMatch(Term::not) ? Optional.empty() : Optional.of(sought);
    }

    /** As PostgreSQL understands it ({@code tsquery}). */
    String query() {
        return terms.stream().map(Term::query).collect(Collectors.joining(" & "));
    }

    /** With other words for those that are mistyped. */
    Sought with(UnaryOperator<String> meant) {
        List<Term> others = terms.stream().map(term -> term.mayBeMistyped() ? new Term(List.of(meant.apply(term.words.getFirst())), false, false) : term).toList();
        return others.equals(terms) ? this : new Sought(others, others.stream().map(Term::typed).collect(Collectors.joining(" ")));
    }

    private static List<Term> terms(String typed) {
        List<Term> terms = new ArrayList<>();
        Matcher each = TERM.matcher(typed);
        while (each.find() && terms.size() < MOST_TERMS) {
            boolean exactly = each.group(2) != null;
            List<String> words = parts(exactly ? each.group(2) : each.group(3));
            if (!words.isEmpty()) terms.add(new Term(words, exactly, !each.group(1).isEmpty()));
        }
        return terms;
    }

    private static List<String> parts(String typed) {
        List<String> parts = new ArrayList<>();
        for (Word word : Word.in(typed)) if (word.at() > parts.size()) parts.add(word.text());
        return parts;
    }
}
