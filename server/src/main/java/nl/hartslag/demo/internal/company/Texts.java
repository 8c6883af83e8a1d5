package nl.hartslag.demo.internal.company;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrases of one language from {@code demo/texts}, per subject and section, with {@code {slots}} to fill. */
public final class Texts {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
    private static final List<String> SUBJECTS = List.of("general", "kettle-fault", "delivery-late", "delivery-where",
            "delivery-damaged", "return-how", "return-refund", "product-question", "product-fault", "order-change",
            "payment-invoice", "other");

    private final Map<String, Map<String, List<String>>> phrases = new HashMap<>();

    public Texts(String language) {
        for (String subject : SUBJECTS) phrases.put(subject, sections("demo/texts/" + language + "/" + subject + ".txt"));
    }

    private static Map<String, List<String>> sections(String path) {
        Map<String, List<String>> sections = new HashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Resources.lines(path)) {
            if (line.startsWith("[")) {
                current = new ArrayList<>();
                sections.put(line.substring(1, line.length() - 1), current);
            } else if (!line.isBlank()) {
                current.add(line.replace("\\n", "\n"));
            }
        }
        return sections;
    }

    /** One phrase of a section, its slots filled; a slot without a value is a fault in the text and fails. */
    public String phrase(Dice dice, String subject, String section, Map<String, String> slots) {
        List<String> choice = phrases.get(subject).get(section);
        if (choice == null) throw new IllegalArgumentException("no section " + section + " in " + subject);
        return fill(dice.one(choice), slots);
    }

    /** A line of a section by number, cut at its bars, slots filled; numbers beyond the last line start again. */
    public List<String> parts(int number, String subject, String section, Map<String, String> slots) {
        List<String> lines = phrases.get(subject).get(section);
        return Arrays.stream(lines.get(number % lines.size()).split("\\|", -1)).map(part -> fill(part, slots)).toList();
    }

    static String fill(String phrase, Map<String, String> slots) {
        String filled = SLOT.matcher(phrase).replaceAll(match -> {
            String value = slots.get(match.group(1));
            if (value == null) throw new IllegalArgumentException("no value for " + match.group() + " in: " + phrase);
            return Matcher.quoteReplacement(value);
        });
        return phrase.startsWith("{") ? Character.toUpperCase(filled.charAt(0)) + filled.substring(1) : filled;
    }
}
