package nl.hartslag.contacts.internal.rules;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which order numbers a text names. A number of fewer than four characters says too little to go by. */
public final class Mentions {
    private static final int SHORTEST = 4;

    private Mentions() {}

    public static Set<String> of(Collection<String> numbers, String text) {
        return numbers.stream().filter(number -> number.length() >= SHORTEST && names(text, number)).collect(Collectors.toSet());
    }

    private static boolean names(String text, String number) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(number) + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE).matcher(text).find();
    }
}
