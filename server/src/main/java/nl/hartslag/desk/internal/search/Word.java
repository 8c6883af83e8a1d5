package nl.hartslag.desk.internal.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * A word of a text.
 *
 * @param text as it is compared: small letters without accents
 * @param at   its place among the words, from 1; what is written joined ("e-mail") is a word too, at the place of its first part
 * @param from where it begins in the text
 * @param to   where it ends
 */
record Word(String text, int at, int from, int to) {
    private static final Pattern WRITTEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final String JOINS = "-'’./_";
    private static final int MOST_PARTS = 4;
    private static final int LONGEST = 60;

    static List<Word> in(String text) {
        List<Word> words = new ArrayList<>();
        List<Word> joined = new ArrayList<>();
        Matcher written = WRITTEN.matcher(text);
        int at = 0;
        while (written.find()) {
            String compared = compared(written.group());
            if (compared.isEmpty()) continue;
            Word word = new Word(compared, ++at, written.start(), written.end());
            if (!joined.isEmpty() && !joins(text, joined.getLast(), word)) join(joined, words);
            words.add(word);
            joined.add(word);
        }
        join(joined, words);
        return words;
    }

    /** Small letters without accents, no longer than what is kept of one. */
    static String compared(String written) {
        char[] from = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).toCharArray();
        char[] to = new char[from.length * 4];
        String folded = MARK.matcher(new String(to, 0, ASCIIFoldingFilter.foldToASCII(from, 0, to, 0, from.length))).replaceAll("");
        return folded.length() <= LONGEST ? folded : folded.substring(0, LONGEST);
    }

    private static boolean joins(String text, Word one, Word next) {
        return next.from == one.to + 1 && JOINS.indexOf(text.charAt(one.to)) >= 0;
    }

    private static void join(List<Word> parts, List<Word> words) {
        if (parts.size() > 1 && parts.size() <= MOST_PARTS) {
            StringBuilder whole = new StringBuilder();
            for (Word part : parts) whole.append(part.text);
            if (whole.length() <= LONGEST) words.add(new Word(whole.toString(), parts.getFirst().at, parts.getFirst().from, parts.getLast().to));
        }
        parts.clear();
    }
}
