package nl.hartslag.desk.internal.search;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.tartarus.snowball.ext.EnglishStemmer;

/** What a word comes from, in Dutch and in English (Porter 2). Both, as which language somebody writes or looks in is not known. */
final class Stems {
    private static final CharArraySet DUTCH_SMALL = DutchAnalyzer.getDefaultStopSet();
    private static final CharArraySet ENGLISH_SMALL = EnglishAnalyzer.getDefaultStopSet();
    private static final int SHORTEST = 3;
    private static final ThreadLocal<EnglishStemmer> ENGLISH = ThreadLocal.withInitial(EnglishStemmer::new);

    private Stems() {}

    /** Empty for what has none: a small word, a number. */
    static Set<String> of(String word) {
        if (word.length() < SHORTEST || small(word) || word.chars().anyMatch(Character::isDigit)) return Set.of();
        Set<String> stems = new LinkedHashSet<>(DutchStem.of(word));
        stems.add(english(word));
        return stems;
    }

    /** A word that stands in nearly everything, and so says nothing. */
    static boolean small(String word) {
        return DUTCH_SMALL.contains(word) || ENGLISH_SMALL.contains(word);
    }

    private static String english(String word) {
        EnglishStemmer stemmer = ENGLISH.get();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
