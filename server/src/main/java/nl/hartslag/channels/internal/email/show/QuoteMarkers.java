package nl.hartslag.channels.internal.email.show;

import java.util.List;
import java.util.regex.Pattern;

/** How mail programs announce an earlier mail or a signature, in Dutch and English (and the German and French that our customers meet). */
final class QuoteMarkers {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** One line (or several, joined) that introduces a quotation. */
    private static final List<Pattern> ATTRIBUTIONS = List.of(
            Pattern.compile("^op .{2,240}\\b(schreef|geschreven)\\b.{0,200}:$", FLAGS),
            Pattern.compile("^(on|am) .{2,240}\\b(wrote|schrieb)\\b.{0,200}:$", FLAGS),
            Pattern.compile("^le .{2,240}\\ba écrit\\s?:$", FLAGS),
            Pattern.compile("^.{3,120}(<[^<>]+@[^<>]+>|\\[mailto:.{3,80}]).{0,40}\\b(schreef|wrote)\\b.{0,80}:$", FLAGS),
            Pattern.compile("^\\d{4}[-/]\\d\\d?[-/]\\d\\d?.{0,80}<[^<>]+@[^<>]+>:$", FLAGS));

    private static final Pattern ATTRIBUTION_START = Pattern.compile("^(op|on|le|am)\\s.{3,}", FLAGS);

    private static final Pattern SEPARATOR = Pattern.compile(
            "^-{2,}\\s*(oorspronkelijk(e)? bericht|original message|oorspronkelijke e-?mail|ursprüngliche nachricht|message d'origine)\\s*-{2,}$",
            FLAGS);

    private static final Pattern FROM = Pattern.compile("^\\*?(van|from|von|de)\\s?:\\*?\\s*\\S.*", FLAGS);
    private static final Pattern SENT = Pattern.compile("^\\*?(verzonden|verstuurd|datum|sent|date|gesendet|envoyé)( op| on)?\\s?:\\*?\\s*\\S.*", FLAGS);
    private static final Pattern SUBJECT_OR_TO = Pattern.compile("^\\*?(aan|onderwerp|to|subject|an|betreff|à|objet)\\s?:\\*?.*", FLAGS);

    private static final Pattern FORWARD = Pattern.compile(
            "^(-{2,}\\s*)?(begin doorgestuurd bericht|doorgestuurd bericht|begin forwarded message|forwarded message"
                    + "|weitergeleitete nachricht)\\s*:?\\s*(-{2,})?$", FLAGS);

    private static final List<Pattern> SIGNATURES = List.of(
            Pattern.compile("^--\\s?$"),
            Pattern.compile("^(verstuurd|verzonden) (vanaf|met|via|vanuit|van) (mijn |m'n |de )?(iphone|ipad|galaxy|samsung|android|outlook|mobiel|telefoon|tablet|huawei|yahoo|proton|mail|gmail|ziggo|kpn).{0,60}$", FLAGS),
            Pattern.compile("^sent (from|with|via) (my |the )?(iphone|ipad|galaxy|samsung|android|outlook|mobile|phone|mail|yahoo|proton|gmail|huawei|blackberry|windows).{0,60}$", FLAGS),
            Pattern.compile("^(download |get )?outlook (voor|for) (ios|android).{0,80}$", FLAGS),
            Pattern.compile("^(outlook voor (ios|android) downloaden|verzonden vanuit outlook).{0,80}$", FLAGS));

    private QuoteMarkers() {}

    static boolean attribution(String line) {
        String flat = line.strip().replaceAll("\\s+", " ");
        return flat.length() <= 500 && ATTRIBUTIONS.stream().anyMatch(p -> p.matcher(flat).matches());
    }

    static boolean attributionMayStart(String line) {
        return ATTRIBUTION_START.matcher(line.strip()).matches();
    }

    static boolean separator(String line) {
        return SEPARATOR.matcher(line.strip()).matches();
    }

    static boolean forward(String line) {
        return FORWARD.matcher(line.strip()).matches();
    }

    static boolean signature(String line) {
        String flat = line.strip().replaceAll("\\s+", " ");
        return SIGNATURES.stream().anyMatch(p -> p.matcher(flat).matches());
    }

    static boolean fromLine(String line) {
        return FROM.matcher(line.strip()).matches();
    }

    /** Outlook's block of From, Sent, To, Subject; a lone "Van:" in running text is none. */
    static boolean headerBlock(List<String> lines) {
        if (lines.isEmpty() || !FROM.matcher(lines.getFirst().strip()).matches()) return false;
        List<String> next = lines.stream().skip(1).map(String::strip).filter(l -> !l.isEmpty()).limit(4).toList();
        return next.stream().anyMatch(l -> SENT.matcher(l).matches())
                && next.stream().anyMatch(l -> SUBJECT_OR_TO.matcher(l).matches());
    }
}
