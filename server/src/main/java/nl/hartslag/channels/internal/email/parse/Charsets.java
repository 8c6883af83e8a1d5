package nl.hartslag.channels.internal.email.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Bytes to text when declared character sets lie. Tried in turn: a byte order mark, what was declared, what the bytes look
 * like, windows-1252. Always gives text; the worst outcome is a replacement character, never an exception.
 */
final class Charsets {
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final char REPLACEMENT = '\uFFFD';

    private Charsets() {}

    static String decode(byte[] bytes, Optional<String> declared) {
        return storable(decodeLoosely(bytes, declared.flatMap(Charsets::named)));
    }

    private static String decodeLoosely(byte[] bytes, Optional<Charset> declared) {
        Optional<String> marked = byByteOrderMark(bytes);
        if (marked.isPresent()) return marked.get();
        boolean saysWestern = declared.isEmpty() || isWestern(declared.get());
        if (saysWestern && !isPlainAscii(bytes)) {
            // A western label on valid multi-byte UTF-8 is practically always a wrong label.
            Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
            if (utf8.isPresent()) return utf8.get();
        }
        if (declared.isPresent()) {
            Charset charset = isWestern(declared.get()) ? WESTERN : declared.get();
            Optional<String> text = strictly(bytes, charset);
            if (text.isPresent()) return text.get();
        }
        return guess(bytes);
    }

    private static String guess(byte[] bytes) {
        if (looksLikeUtf16(bytes)) {
            return new String(bytes, bytes[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        long broken = utf8.chars().filter(c -> c == REPLACEMENT).count();
        long foreign = utf8.chars().filter(c -> c > 127 && c != REPLACEMENT).count();
        // A cut or slightly damaged UTF-8 text still has far more good sequences than broken ones.
        if (broken == 0 || foreign > broken * 4) return utf8;
        return new String(bytes, WESTERN);
    }

    private static Optional<String> byByteOrderMark(byte[] b) {
        if (b.length >= 3 && (b[0] & 0xff) == 0xef && (b[1] & 0xff) == 0xbb && (b[2] & 0xff) == 0xbf) {
            return Optional.of(new String(b, 3, b.length - 3, StandardCharsets.UTF_8));
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe) {
            return Optional.of(new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE));
        }
        if (b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff) {
            return Optional.of(new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    private static boolean looksLikeUtf16(byte[] bytes) {
        if (bytes.length < 4) return false;
        int zeros = 0;
        int seen = Math.min(bytes.length, 400);
        for (int i = 0; i < seen; i++) if (bytes[i] == 0) zeros++;
        return zeros * 3 > seen;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException | UnsupportedOperationException notThisOne) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> named(String declared) {
        String name = declared.strip().replace("\"", "").replace("'", "").toLowerCase(Locale.ROOT);
        String known = switch (name) {
            case "utf8", "unicode-1-1-utf-8", "x-utf-8", "utf-8mb4" -> "utf-8";
            case "ansi", "cp-1252", "win-1252", "x-ansi", "latin-1", "latin1", "iso8859-1", "iso-8859-1" -> "windows-1252";
            case "ascii", "us", "ansi_x3.4-1968", "646" -> "us-ascii";
            case "ks_c_5601-1987", "ks_c_5601" -> "x-windows-949";
            case "gb2312", "x-gbk" -> "gbk";
            default -> name;
        };
        try {
            return Optional.of(Charset.forName(known));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isWestern(Charset charset) {
        return charset.equals(WESTERN) || charset.equals(StandardCharsets.ISO_8859_1)
                || charset.equals(StandardCharsets.US_ASCII);
    }

    private static boolean isPlainAscii(byte[] bytes) {
        for (byte b : bytes) if (b < 0) return false;
        return true;
    }

    /** PostgreSQL keeps no NUL in text, and a lone surrogate is no character; everything else stays. */
    static String storable(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            char c = text.charAt(i);
            clean = c != 0 && !Character.isSurrogate(c);
        }
        if (clean) return text;
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == 0) return;
            kept.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? REPLACEMENT : c);
        });
        return kept.toString();
    }
}
