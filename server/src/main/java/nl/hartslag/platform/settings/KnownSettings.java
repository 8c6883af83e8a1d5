package nl.hartslag.platform.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;

/** The names that settings may have, read off the records that hold them. */
final class KnownSettings {

    /** How the last part of a secret's name ends; or the key of stored secrets. */
    private static final Pattern SECRET = Pattern.compile(".*(password|secret-key)|hartslag\\.secrets\\.key");

    private final SortedSet<String> names = new TreeSet<>();
    private final SortedSet<String> openEnded = new TreeSet<>();

    void add(String prefix, Class<?> settings) {
        for (var component : settings.getRecordComponents()) {
            add(prefix + "." + DataObjectPropertyName.toDashedForm(component.getName()), component.getGenericType());
        }
    }

    private void add(String name, Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            add(name, generic.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> record && record.isRecord()) {
            add(name, record);
        } else if (type instanceof ParameterizedType list && list.getRawType() == List.class && list.getActualTypeArguments()[0] instanceof Class<?> element
                && element.isRecord()) {
            add(name + "[0]", element);
        } else {
            var raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : type instanceof Class<?> plain ? plain : Object.class;
            names.add(name);
            if (Map.class.isAssignableFrom(raw) || Collection.class.isAssignableFrom(raw) || raw.isArray()) {
                openEnded.add(name);
            }
        }
    }

    /** Whether a property of this name is known; {@code hartslag.x-file} is when {@code hartslag.x} is. */
    boolean knows(String property) {
        var name = property.toLowerCase(Locale.ROOT).replaceAll("\\[\\d+]", "[0]");
        return names.stream().anyMatch(known -> same(known, name) || same(known + "-file", name))
                || openEnded.stream().anyMatch(known -> name.startsWith(known + ".") || name.startsWith(known + "["));
    }

    /** The secret that a property of this name would set, if it is one: never to be written where others can read it. */
    Optional<String> secret(String property) {
        var name = property.toLowerCase(Locale.ROOT);
        return names.stream().filter(known -> SECRET.matcher(known).matches() && same(known, name)).findFirst();
    }

    /** Whether the environment may write it so, where underscores stand for both dots and dashes. */
    boolean knowsVariable(String variable) {
        var name = letters(variable.replaceAll("_\\d+_", "_0_"));
        return names.stream().anyMatch(known -> letters(known).equals(name) || letters(known + "file").equals(name))
                || openEnded.stream().anyMatch(known -> name.startsWith(letters(known)));
    }

    /** The known name that looks most like this one, if any does. */
    Optional<String> nearest(String property) {
        var name = property.toLowerCase(Locale.ROOT).replace('_', '.');
        return names.stream()
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .filter(known -> distance(known, name) <= Math.max(2, known.length() / 3));
    }

    SortedSet<String> names() {
        return names;
    }

    private static boolean same(String known, String name) {
        return known.replace("-", "").equals(name.replace("-", "").replace("_", ""));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(previous[j], row[j - 1]) + 1);
            }
            previous = row;
        }
        return previous[b.length()];
    }
}
