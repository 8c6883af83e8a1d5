package nl.hartslag.demo.internal.company;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and towns as they go together in a country. */
final class Names {
    private final Map<String, List<String>> lists = Table.read("names").stream()
            .collect(Collectors.toMap(row -> row.text("list"), row -> row.list("values")));

    String person(Dice dice, String country) {
        String origin = origin(country);
        return dice.one(lists.get("first-" + origin)) + " " + dice.one(lists.get("last-" + origin));
    }

    String city(Dice dice, String country) {
        return dice.one(lists.get("city-" + country));
    }

    private static String origin(String country) {
        return switch (country) {
            case "NL" -> "NL";
            case "BE" -> "BE";
            default -> "EN";
        };
    }

    /** Without accents and apostrophes, as it stands in an address. */
    static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[^A-Za-z ]", "").toLowerCase(Locale.ROOT);
    }
}
