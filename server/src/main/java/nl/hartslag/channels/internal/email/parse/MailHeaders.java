package nl.hartslag.channels.internal.email.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The header fields of a mail in their order, unfolded; names compare without case. Values are not yet decoded (RFC 2047). */
public final class MailHeaders {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    void add(String name, String value) {
        fields.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), n -> new ArrayList<>()).add(value);
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public List<String> all(String name) {
        return fields.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    public String decoded(String name) {
        return first(name).map(EncodedWords::decode).map(v -> v.replaceAll("[\\p{Cntrl}\\s]+", " ").strip()).orElse("");
    }

    public List<MailAddress> addresses(String name) {
        return all(name).stream().flatMap(v -> MailAddress.list(v).stream()).distinct().toList();
    }

    static String unfolded(byte[] raw) {
        return Charsets.decode(raw, Optional.empty()).replaceAll("\\r?\\n[ \\t]*", " ").strip();
    }
}
