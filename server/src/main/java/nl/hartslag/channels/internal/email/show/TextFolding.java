package nl.hartslag.channels.internal.email.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Folds quotation and signature of a plain text. What it is not sure of stays visible: answers written between quoted lines,
 * forwarded mails, and a mail that would be empty without its quotation.
 */
public final class TextFolding {
    private TextFolding() {}

    public static Folded fold(String text) {
        List<String> lines = Arrays.asList(text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
        int quote = quoteStart(lines);
        int signature = signatureStart(lines, quote);
        int cut = Math.min(quote, signature);
        if (cut >= lines.size()) return Folded.nothing(text.strip());
        if (cut == quote && lines.stream().skip(cut).anyMatch(TextFolding::quoted)) {
            int quoteEnd = lastQuoted(lines) + 1;
            List<String> after = lines.subList(quoteEnd, lines.size());
            if (hasWords(after) && !QuoteMarkers.signature(firstWords(after))) {
                return bottomPosted(lines, quote, quoteEnd, text);
            }
        }
        String visible = joined(lines.subList(0, cut));
        if (visible.isBlank()) return Folded.nothing(text.strip());
        return new Folded(visible, joined(lines.subList(cut, lines.size())));
    }

    /** The answer stands below the quotation: fold the quotation only, and only if it is one piece. */
    private static Folded bottomPosted(List<String> lines, int quote, int quoteEnd, String text) {
        List<String> block = lines.subList(quote, quoteEnd);
        int firstQuoted = IntStream.range(0, block.size()).filter(i -> quoted(block.get(i))).findFirst().orElse(0);
        boolean onePiece = block.stream().skip(firstQuoted).allMatch(l -> quoted(l) || l.isBlank());
        if (!onePiece) return Folded.nothing(text.strip());
        List<String> rest = new ArrayList<>(lines.subList(0, quote));
        rest.addAll(lines.subList(quoteEnd, lines.size()));
        int signature = signatureStart(rest, rest.size());
        String visible = joined(rest.subList(0, signature));
        if (visible.isBlank()) return Folded.nothing(text.strip());
        String below = joined(rest.subList(signature, rest.size()));
        return new Folded(visible, (joined(block) + "\n" + below).strip());
    }

    private static int quoteStart(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (QuoteMarkers.forward(line)) return lines.size();
            if (quoted(line) || QuoteMarkers.separator(line)) return i;
            if (QuoteMarkers.attribution(line)) return i;
            if (QuoteMarkers.attributionMayStart(line) && wrappedAttribution(lines, i)) return i;
            if (QuoteMarkers.headerBlock(lines.subList(i, Math.min(lines.size(), i + 8)))) return underlined(lines, i);
        }
        return lines.size();
    }

    private static boolean wrappedAttribution(List<String> lines, int at) {
        for (int more = 2; more <= 4 && at + more <= lines.size(); more++) {
            List<String> piece = lines.subList(at, at + more);
            if (piece.stream().anyMatch(String::isBlank)) return false;
            if (piece.getLast().strip().endsWith(":") && QuoteMarkers.attribution(String.join(" ", piece))) return true;
        }
        return false;
    }

    /** Outlook draws a line of underscores above its header block. */
    private static int underlined(List<String> lines, int at) {
        for (int i = at - 1; i >= 0 && i >= at - 2; i--) {
            if (lines.get(i).strip().matches("_{10,}|-{10,}")) return i;
        }
        return at;
    }

    private static int signatureStart(List<String> lines, int quote) {
        for (int i = 0; i < quote; i++) if (QuoteMarkers.signature(lines.get(i))) return i;
        return lines.size();
    }

    private static boolean quoted(String line) {
        return line.startsWith(">") || line.startsWith("&gt;");
    }

    private static int lastQuoted(List<String> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) if (quoted(lines.get(i))) return i;
        return -1;
    }

    private static boolean hasWords(List<String> lines) {
        return lines.stream().anyMatch(l -> !l.isBlank());
    }

    private static String firstWords(List<String> lines) {
        return lines.stream().filter(l -> !l.isBlank()).findFirst().orElse("");
    }

    private static String joined(List<String> lines) {
        return String.join("\n", lines).strip();
    }
}
