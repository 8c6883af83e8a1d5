package nl.hartslag.channels.internal.email.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encoded words in headers (RFC 2047). Neighbouring words of one charset are joined as bytes first, because many programs
 * split a character over two words; anything that is not decodable stays as it was written.
 */
final class EncodedWords {
    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?=");

    private EncodedWords() {}

    static String decode(String header) {
        if (!header.contains("=?")) return header;
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String charset = "";
        int end = 0;
        Matcher word = WORD.matcher(header);
        while (word.find()) {
            String between = header.substring(end, word.start());
            String declared = word.group(1).replaceFirst("\\*.*$", "");
            boolean adjacent = end > 0 && between.isBlank();
            if (!adjacent || !declared.equalsIgnoreCase(charset)) {
                flush(pending, charset, text);
                if (!adjacent) text.append(between);
            }
            charset = declared;
            Optional<byte[]> bytes = bytes(word.group(2), word.group(3));
            if (bytes.isPresent()) {
                pending.writeBytes(bytes.get());
            } else {
                flush(pending, charset, text);
                text.append(word.group());
            }
            end = word.end();
        }
        flush(pending, charset, text);
        return text.append(header, end, header.length()).toString();
    }

    private static void flush(ByteArrayOutputStream pending, String charset, StringBuilder text) {
        if (pending.size() == 0) return;
        text.append(Charsets.decode(pending.toByteArray(), Optional.of(charset)));
        pending.reset();
    }

    private static Optional<byte[]> bytes(String encoding, String payload) {
        if (encoding.equalsIgnoreCase("q")) return Optional.of(quoted(payload));
        try {
            // the MIME decoder skips foreign characters and missing padding, as real mail needs
            return Optional.of(Base64.getMimeDecoder().decode(payload.replace("=", "")));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static byte[] quoted(String payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < payload.length(); i++) {
            char c = payload.charAt(i);
            if (c == '=' && i + 2 < payload.length() && hex(payload, i) >= 0) {
                bytes.write(hex(payload, i));
                i += 2;
            } else if (c == '_') {
                bytes.write(' ');
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
