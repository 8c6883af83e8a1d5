package nl.hartslag.platform.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import nl.hartslag.platform.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who and what the entries of a page are about, by name: one question per kind, however many entries there are. */
@Component
class PageNames {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private final Map<String, SubjectNames.Finder> finders = new HashMap<>();

    PageNames(List<SubjectNames> modules) {
        modules.forEach(module -> module.finders().forEach((kind, finder) -> {
            if (finders.put(kind, finder) != null) throw new IllegalStateException("two modules give names of " + kind);
        }));
    }

    /** An entry as far as names go: what it is about, and its facts, in which other ids may stand. */
    record Entry(@Nullable String subjectType, @Nullable String subjectId, Map<String, Object> facts) {}

    /** @return for each entry the names by id of what stands in it */
    List<Map<String, String>> of(Access reader, List<Entry> entries) {
        Map<String, Set<UUID>> asked = new HashMap<>();
        entries.forEach(entry -> ids(entry, (kind, id) -> asked.computeIfAbsent(kind, any -> new HashSet<>()).add(id)));
        Map<UUID, String> found = new HashMap<>();
        asked.forEach((kind, ids) -> Optional.ofNullable(finders.get(kind)).ifPresent(finder -> found.putAll(finder.names(reader, ids))));
        return entries.stream().map(entry -> {
            Map<String, String> names = new HashMap<>();
            ids(entry, (kind, id) -> Optional.ofNullable(found.get(id)).ifPresent(name -> names.put(id.toString(), name)));
            return Map.copyOf(names);
        }).toList();
    }

    private void ids(Entry entry, BiConsumer<String, UUID> each) {
        String kind = entry.subjectType() == null ? "" : entry.subjectType();
        if (entry.subjectId() != null) id(kind, entry.subjectId(), each);
        walk(kind, entry.facts(), each);
    }

    private void walk(String kind, @Nullable Object value, BiConsumer<String, UUID> each) {
        switch (value) {
            case Map<?, ?> parts -> parts.forEach((key, part) -> {
                id(kind, String.valueOf(key), each);
                walk(kindOf(String.valueOf(key), kind), part, each);
            });
            case Collection<?> several -> several.forEach(one -> walk(kind, one, each));
            case String text -> id(kind, text, each);
            case null, default -> { }
        }
    }

    /** {@code team} and {@code teams} are about teams; what says nothing, such as {@code old} or {@code from}, is about what holds it. */
    private String kindOf(String fact, String around) {
        if (finders.containsKey(fact)) return fact;
        String one = fact.endsWith("s") ? fact.substring(0, fact.length() - 1) : fact;
        return finders.containsKey(one) ? one : around;
    }

    private static void id(String kind, String text, BiConsumer<String, UUID> each) {
        if (ID.matcher(text).matches()) each.accept(kind, UUID.fromString(text));
    }
}
