package nl.hartslag.desk.internal.search;

import java.util.LinkedHashMap;
import java.util.Map;

/** The words of a conversation with their places, as PostgreSQL keeps them ({@code tsvector}): as they are written, and by their stems. */
final class Document {
    /** Before a stem, so that it is not taken for a word. */
    static final char STEM = '=';
    private static final int LAST_PLACE = 16_383;
    private static final int MOST_PLACES = 255;
    private static final int MOST_CHARACTERS = 100_000;

    private static final class Places {
        private final StringBuilder written = new StringBuilder();
        private int count;

        void add(int place) {
            if (count++ < MOST_PLACES) written.append(count == 1 ? ":" : ",").append(place);
        }
    }

    private final Map<String, Places> places = new LinkedHashMap<>();
    private int next = 1;
    private int characters;

    /** Of what comes after it, words are never taken as standing beside it. */
    void add(String text) {
        String read = text.length() <= MOST_CHARACTERS - characters ? text : text.substring(0, MOST_CHARACTERS - characters);
        characters += read.length();
        int last = 0;
        for (Word word : Word.in(read)) {
            int place = Math.min(next + word.at(), LAST_PLACE);
            put(word.text(), place);
            for (String stem : Stems.of(word.text())) put(STEM + stem, place);
            last = Math.max(last, word.at());
        }
        next += last + 1;
    }

    boolean full() {
        return characters == MOST_CHARACTERS;
    }

    String written() {
        StringBuilder written = new StringBuilder();
        places.forEach((word, at) -> written.append('\'').append(word).append('\'').append(at.written).append(' '));
        return written.toString();
    }

    private void put(String word, int place) {
        places.computeIfAbsent(word, _ -> new Places()).add(place);
    }
}
