package nl.hartslag.desk.internal.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** What a word comes from, in Dutch and in English. Both, as which language somebody writes or looks in is not known. */
final class Stems {
    private static final CharArraySet DUTCH_SMALL = DutchAnalyzer.getDefaultStopSet();
    private static final Set<String> DUTCH_SMALL_TOO = Set.of("waar", "wanneer", "waarom", "welk", "welke", "jullie", "jij", "jou", "jouw", "wij", "we", "onze", "hen",
            "kun", "kunt", "wilt", "willen", "moeten", "mag", "zult", "zullen", "hebt", "hadden", "bent");
    private static final CharArraySet ENGLISH_SMALL = englishSmall();
    private static final Set<String> ENGLISH_SMALL_TOO = Set.of("can", "will", "shall", "must");
    private static final int SHORTEST = 3;

    private Stems() {}

    /** Empty for what has none: a small word, a number. */
    static Set<String> of(String word) {
        if (word.length() < SHORTEST || small(word) || word.chars().anyMatch(Character::isDigit)) return Set.of();
        Set<String> stems = new LinkedHashSet<>(DutchStem.of(word));
        stems.addAll(EnglishStem.of(word));
        return stems;
    }

    /** A word that stands in nearly everything, and so says nothing. */
    static boolean small(String word) {
        return DUTCH_SMALL.contains(word) || DUTCH_SMALL_TOO.contains(word) || ENGLISH_SMALL.contains(word) || ENGLISH_SMALL_TOO.contains(word);
    }

    /** Lucene's own choice for English is so short that "where is my order" would be sought word for word. */
    private static CharArraySet englishSmall() {
        try (Reader words = new InputStreamReader(SnowballFilter.class.getResourceAsStream("english_stop.txt"), StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
