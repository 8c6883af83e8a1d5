package nl.hartslag.desk.internal.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.hartslag.desk.DeskRow.Piece;
import nl.hartslag.desk.internal.search.Sought.Term;

/** Where texts hold what is sought. Made for one search, as it remembers the words it met. */
final class Places {
    private static final int MOST_CHARACTERS = 20_000;
    private static final int BEFORE = 60;
    private static final int SHOWN = 180;
    private final List<Term> terms;
    private final Map<Term, Map<String, Boolean>> met = new HashMap<>();

    private record Hit(int from, int to) {}

    Places(Sought sought) {
        terms = sought.terms().stream().filter(term -> !term.not()).toList();
    }

    /** The part of a text around the first of what is sought; empty when it holds nothing of it. */
    Optional<List<Piece>> in(String text) {
        String read = text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
        List<Hit> hits = hits(Word.in(read));
        if (hits.isEmpty()) return Optional.empty();
        int from = start(read, hits.getFirst().from);
        int to = end(read, from);
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Hit hit : hits) {
            if (hit.from < at || hit.to > to) continue;
            add(pieces, read.substring(at, hit.from), false);
            add(pieces, read.substring(hit.from, hit.to), true);
            at = hit.to;
        }
        add(pieces, read.substring(at, to), false);
        return Optional.of(pieces);
    }

    private List<Hit> hits(List<Word> words) {
        TreeMap<Integer, Integer> hits = new TreeMap<>();
        for (Term term : terms) {
            for (int i = 0; i < words.size(); i++) {
                Word first = words.get(i);
                if (holds(term, first)) hits.merge(first.from(), first.to(), Math::max);
                else if (term.words().size() > 1) row(term, words, i).ifPresent(last -> hits.merge(first.from(), last.to(), Math::max));
            }
        }
        return hits.entrySet().stream().map(hit -> new Hit(hit.getKey(), hit.getValue())).toList();
    }

    private boolean holds(Term term, Word word) {
        if (term.exactly()) return term.words().size() == 1 && term.words().getFirst().equals(word.text());
        return met.computeIfAbsent(term, _ -> new HashMap<>()).computeIfAbsent(word.text(), text -> {
            String sought = String.join("", term.words());
            if (text.equals(sought) || sought.length() >= Term.SHORTEST_BEGINNING && text.startsWith(sought)) return true;
            return Stems.of(text).stream().anyMatch(Stems.of(sought)::contains);
        });
    }

    private static Optional<Word> row(Term term, List<Word> words, int begin) {
        Word last = words.get(begin);
        int at = last.at();
        for (int next = 0, i = begin; next < term.words().size(); i++) {
            if (i == words.size() || words.get(i).at() > at + next) return Optional.empty();
            Word word = words.get(i);
            if (word.at() < at + next) continue;
            boolean ends = next == term.words().size() - 1;
            String sought = term.words().get(next);
            if (!(word.text().equals(sought) || ends && !term.exactly() && word.text().startsWith(sought))) continue;
            last = word;
            next++;
        }
        return Optional.of(last);
    }

    private static int start(String text, int hit) {
        if (hit <= BEFORE) return 0;
        int space = text.indexOf(' ', hit - BEFORE);
        return space < 0 || space >= hit ? hit : space + 1;
    }

    private static int end(String text, int from) {
        if (text.length() - from <= SHOWN) return text.length();
        int space = text.lastIndexOf(' ', from + SHOWN);
        return space <= from ? from + SHOWN : space;
    }

    private static void add(List<Piece> pieces, String text, boolean hit) {
        String shown = text.replaceAll("\\s+", " ");
        if (!shown.isEmpty()) pieces.add(new Piece(shown, hit));
    }
}
