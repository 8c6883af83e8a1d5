package nl.hartslag.knowledge.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import nl.hartslag.knowledge.TextBlocks.BlockContent;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.shared.Visible;
import org.jspecify.annotations.Nullable;

/** What a text block may say. */
final class BlockRules {
    private static final List<String> LANGUAGES = List.of("nl", "en");
    /** What is filled in by itself; the composer knows the same. */
    private static final Set<String> KNOWN = Set.of("name", "firstName", "agent", "brand", "number", "order", "subject");
    private static final Pattern SHORTCUT = Pattern.compile("[\\p{Ll}\\p{Nd}][\\p{Ll}\\p{Nd}-]{0,29}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern QUESTION = Pattern.compile("\\?\\s*[^\\s⟦⟧][^\\n⟦⟧]{0,39}");
    private static final int NAME = 80;
    private static final int WORDS = 4_000;

    private BlockRules() {}

    /** As it is kept: small letters after the slash, no spaces around texts. @throws nl.hartslag.platform.problem.Problem by field */
    static BlockContent kept(BlockContent wanted) {
        String shortcut = shortcut(wanted.shortcut());
        new FieldErrors()
                .oneOf("language", wanted.language(), LANGUAGES)
                .check(!shortcut.isEmpty(), "shortcut", "required")
                .check(SHORTCUT.matcher(shortcut).matches(), "shortcut", "shortcut")
                .check(!Visible.nothing(wanted.name()), "name", "required").notLonger("name", wanted.name(), NAME)
                .check(!Visible.nothing(wanted.words()), "words", "required").notLonger("words", wanted.words(), WORDS)
                .check(known(wanted.words()), "words", "unknown-placeholder")
                .verify();
        return new BlockContent(wanted.brand(), wanted.language(), shortcut, wanted.name().strip(), wanted.words().replace("\r\n", "\n").strip());
    }

    static @Nullable String language(@Nullable String asked) {
        if (asked != null) new FieldErrors().oneOf("language", asked, LANGUAGES).verify();
        return asked;
    }

    /** Who types the slash as well means the same. */
    private static String shortcut(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("/") ? text.substring(1) : text;
    }

    /** Whether nothing stands between braces but what is filled in and what is asked. */
    private static boolean known(String words) {
        return PLACEHOLDER.matcher(words).results().map(found -> found.group(1)).allMatch(one -> KNOWN.contains(one) || QUESTION.matcher(one).matches());
    }
}
