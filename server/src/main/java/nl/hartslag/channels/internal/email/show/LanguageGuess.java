package nl.hartslag.channels.internal.email.show;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Dutch or English, by the small words of both; empty when a text is too short to tell. */
public final class LanguageGuess {
    private static final Set<String> DUTCH = Set.of("de", "het", "een", "ik", "niet", "van", "mijn", "en", "dat", "dit", "wat", "waar", "zijn",
            "heb", "heeft", "nog", "maar", "jullie", "graag", "ook", "naar", "voor", "met", "bij", "hoe", "kan", "wel", "geen", "uw", "je", "deze", "beste");
    private static final Set<String> ENGLISH = Set.of("the", "a", "an", "i", "not", "of", "my", "and", "that", "this", "what", "where", "are",
            "have", "has", "yet", "but", "you", "please", "also", "to", "for", "with", "at", "how", "can", "no", "your", "these", "dear", "it", "it's");

    private LanguageGuess() {}

    /** @return {@code nl} or {@code en} */
    public static Optional<String> of(String text) {
        int dutch = 0;
        int english = 0;
        String start = text.length() > 2_000 ? text.substring(0, 2_000) : text;
        for (String word : start.toLowerCase(Locale.ROOT).split("[^\\p{L}']+")) {
            if (DUTCH.contains(word)) dutch++;
            if (ENGLISH.contains(word)) english++;
        }
        if (Math.abs(dutch - english) < 2) return Optional.empty();
        return Optional.of(dutch > english ? "nl" : "en");
    }
}
