package nl.hartslag.desk.internal.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The words that customers use, for whoever mistypes one. Only what several customers said is among them, so that nobody is told what one of
 * them said.
 */
@Component
class Vocabulary {
    private static final String USED = """
            select word, ndoc from ts_stat($$
                select words from desk.searched where conversation_id in (
                    select conversation_id from (select distinct on (customer_id) conversation_id, last_at
                        from (select conversation_id, customer_id, last_at from desk.conversation_row order by last_at desc limit 60000) newest
                        order by customer_id, last_at desc) of_each
                    order by last_at desc limit 20000) $$)
            where ndoc >= {0}""";
    private static final int FEWEST_CUSTOMERS = 5;
    /** A slip of one letter may be made in any but the shortest; a second one only in long words, where it does not make another word of it. */
    private static final int SHORTEST = 4;
    private static final int LONG = 8;
    private static final int YOUNG = 2_000;

    private record Used(Map<String, Integer> words, Set<String> stems) {}

    private final DSLContext db;
    private volatile Used used = new Used(Map.of(), Set.of());

    Vocabulary(DSLContext db) {
        this.db = db;
    }

    void read() {
        learn(db.resultQuery(USED, FEWEST_CUSTOMERS).fetchMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class)));
    }

    /** @param uses words and stems as {@link Document} writes them, and how many use each */
    void learn(Map<String, Integer> uses) {
        Map<String, Integer> words = new HashMap<>();
        Set<String> stems = new HashSet<>();
        uses.forEach((word, users) -> {
            if (word.charAt(0) == Document.STEM) stems.add(word.substring(1));
            else words.put(word, users);
        });
        used = new Used(words, stems);
    }

    /** So few words that every hour brings many more: a new company. */
    boolean young() {
        return used.words.size() < YOUNG;
    }

    boolean knows(String word) {
        Used now = used;
        return now.words.containsKey(word) || Stems.of(word).stream().anyMatch(now.stems::contains);
    }

    /** The word that is most likely meant by one that nobody uses: with the fewest slips, then the most used. */
    Optional<String> near(String mistyped) {
        if (mistyped.length() < SHORTEST || mistyped.chars().anyMatch(Character::isDigit)) return Optional.empty();
        Optional<String> near = near(mistyped, 1);
        return near.isEmpty() && mistyped.length() >= LONG ? near(mistyped, 2) : near;
    }

    private Optional<String> near(String mistyped, int slips) {
        var automaton = Operations.determinize(new LevenshteinAutomata(mistyped, true).toAutomaton(slips), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
        var close = new CharacterRunAutomaton(automaton);
        return used.words.entrySet().stream()
                .filter(word -> Math.abs(word.getKey().length() - mistyped.length()) <= slips && close.run(word.getKey()))
                .max(Comparator.comparing(Map.Entry::getValue)).map(Map.Entry::getKey);
    }
}
