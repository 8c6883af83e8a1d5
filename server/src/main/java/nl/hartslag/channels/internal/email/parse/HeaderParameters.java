package nl.hartslag.channels.internal.email.parse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code value; name=…; name*=utf-8''…; name*0=…} of Content-Type and Content-Disposition (RFC 2045, 2231), read as loosely
 * as senders write it: unquoted names with spaces, RFC 2047 words inside quotes, missing ends.
 *
 * @param value what stands before the first semicolon, lower case
 */
record HeaderParameters(String value, Map<String, String> parameters) {
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([A-Za-z0-9_\\-*']+)\\s*=\\s*(\"((?:[^\"\\\\]|\\\\.)*)(?:\"|$)|[^;]*)");
    private static final Pattern NAME = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(v -> !v.isBlank());
    }

    static HeaderParameters parse(String header) {
        int semicolon = header.indexOf(';');
        String value = (semicolon < 0 ? header : header.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        Map<String, String> plain = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, Section>> pieces = new LinkedHashMap<>();
        Matcher found = PARAMETER.matcher(header);
        while (found.find()) {
            String text = found.group(3) != null
                    ? found.group(3).replaceAll("\\\\(.)", "$1")
                    : found.group(2).strip();
            Matcher name = NAME.matcher(found.group(1));
            if (!name.matches()) continue;
            String key = name.group(1).toLowerCase(Locale.ROOT);
            boolean extended = name.group(3) != null;
            if (name.group(2) == null && !extended) {
                plain.putIfAbsent(key, EncodedWords.decode(text));
            } else {
                int number = name.group(2) == null ? 0 : Integer.parseInt(name.group(2));
                pieces.computeIfAbsent(key, k -> new TreeMap<>()).put(number, new Section(text, extended));
            }
        }
        Map<String, String> all = new LinkedHashMap<>(plain);
        pieces.forEach((key, sections) -> all.put(key, join(sections)));
        return new HeaderParameters(value, Map.copyOf(all));
    }

    private record Section(String text, boolean percentEncoded) {}

    private static String join(TreeMap<Integer, Section> sections) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Optional<String> charset = Optional.empty();
        boolean first = true;
        for (Section section : sections.values()) {
            String text = section.text;
            if (first && section.percentEncoded) {
                int charsetEnd = text.indexOf('\'');
                int languageEnd = charsetEnd < 0 ? -1 : text.indexOf('\'', charsetEnd + 1);
                if (languageEnd >= 0) {
                    charset = Optional.of(text.substring(0, charsetEnd)).filter(c -> !c.isBlank());
                    text = text.substring(languageEnd + 1);
                }
            }
            bytes.writeBytes(section.percentEncoded ? percentDecoded(text) : text.getBytes(StandardCharsets.UTF_8));
            first = false;
        }
        return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset));
    }

    private static byte[] percentDecoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' && i + 3 <= text.length()) {
                int high = Character.digit(text.charAt(i + 1), 16);
                int low = Character.digit(text.charAt(i + 2), 16);
                if (high >= 0 && low >= 0) {
                    bytes.write(high * 16 + low);
                    i += 2;
                    continue;
                }
            }
            bytes.writeBytes(String.valueOf(text.charAt(i)).getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
