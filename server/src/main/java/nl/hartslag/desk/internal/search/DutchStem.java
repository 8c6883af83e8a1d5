package nl.hartslag.desk.internal.search;

import static java.util.Map.entry;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a Dutch word comes from, for finding it again; not a word itself. It goes further than the stemmers that exist, which keep
 * <i>geleverd</i> apart from <i>leveren</i> and <i>besteld</i> from <i>bestelling</i>: endings of verbs, of plurals and of small things,
 * then how a vowel or a consonant is spelled.
 */
final class DutchStem {
    private static final int SHORTEST = 3;
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SMALL_THING = Pattern.compile("(?<=[aeiou](?:ll|mm|nn|ng|rr))etjes?$|(?<=[aeiou]{2}m|[lr]m)pjes?$|(?<=[aeiou]{2}|[lnrw]|[aiouy])tjes?$|(?<=[^aeiouj])jes?$");
    private static final Pattern PLURAL = Pattern.compile("(?<=e[lmnr]|[aeiou].{1,6}aar|ie|[^aeiou][aouy])s$");
    private static final Pattern DOING = Pattern.compile("ing(?:en|s)?$");
    private static final Pattern SEPARATE = Pattern.compile(
            "^(aan|achter|af|bij|binnen|buiten|dicht|door|in|klaar|langs|los|mee|na|om|op|open|over|rond|samen|stil|tegen|terug|toe|uit|vast|voor|weg)ge(?=.{3})");
    private static final Pattern LONG_VOWEL = Pattern.compile("([aeou])\\1");
    private static final Pattern TWICE = Pattern.compile("([^aeiou])\\1$");

    /** Those that change inside, of the work of a service department. */
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            entry("verzonden", "verzenden"), entry("verzond", "verzenden"), entry("gezonden", "zenden"), entry("gekocht", "kopen"), entry("kocht", "kopen"),
            entry("gekregen", "krijgen"), entry("kreeg", "krijgen"), entry("kregen", "krijgen"), entry("gebroken", "breken"), entry("brak", "breken"),
            entry("kwijtgeraakt", "kwijtraken"), entry("verloren", "verlies"), entry("verloor", "verlies"), entry("verliezen", "verlies"),
            entry("gebracht", "brengen"), entry("bracht", "brengen"), entry("gezocht", "zoeken"), entry("zocht", "zoeken"), entry("gevonden", "vinden"), entry("vond", "vinden"),
            entry("geschreven", "schrijven"), entry("schreef", "schrijven"),
            entry("gesproken", "spreken"), entry("sprak", "spreken"), entry("gesloten", "sluiten"), entry("sloot", "sluiten"), entry("gebleken", "blijken"),
            entry("gebleven", "blijven"), entry("bleef", "blijven"), entry("gekozen", "kies"), entry("koos", "kies"), entry("kiezen", "kies"),
            entry("afgesproken", "afspreken"), entry("afspraak", "afspreken"), entry("afspraken", "afspreken"), entry("opgenomen", "opnemen"),
            entry("genomen", "nemen"), entry("nam", "nemen"), entry("aangenomen", "aannemen"), entry("vergat", "vergeten"),
            entry("bedorven", "bederven"), entry("begonnen", "beginnen"), entry("begon", "beginnen"), entry("gehouden", "houden"), entry("hield", "houden"),
            entry("geholpen", "helpen"), entry("hielp", "helpen"), entry("geroepen", "roepen"), entry("riep", "roepen"), entry("gekeken", "kijken"), entry("keek", "kijken"),
            entry("gestolen", "stelen"), entry("gezien", "zien"), entry("zag", "zien"), entry("gedaan", "doen"), entry("deed", "doen"), entry("steden", "stad"),
            entry("schepen", "schip"), entry("leden", "lid"), entry("kinderen", "kind"), entry("eieren", "ei"));

    private DutchStem() {}

    /** Usually one; of what may be a participle also that without its <i>ge</i>. */
    static Set<String> of(String word) {
        String form = IRREGULAR.getOrDefault(word, word);
        String bare = withoutEnding(form);
        Set<String> stems = new LinkedHashSet<>(Set.of(spelled(bare)));
        if (bare.equals(form)) return stems;
        if (bare.startsWith("ge") && bare.length() >= 2 + SHORTEST) stems.add(spelled(withoutEnding(form.substring(2))));
        String joined = SEPARATE.matcher(form).replaceFirst("$1");
        if (!joined.equals(form)) stems.add(spelled(withoutEnding(joined)));
        return stems;
    }

    private static String withoutEnding(String word) {
        String bare = without(SMALL_THING, word);
        bare = without(PLURAL, bare);
        String doing = without(DOING, bare);
        if (doing.equals(bare)) {
            if (bare.endsWith("en")) bare = longEnough(bare, 2);
            else if (bare.endsWith("e")) bare = longEnough(bare, 1);
        } else {
            bare = doing;
        }
        return withoutTense(bare);
    }

    /** The t or d of a verb; of a word of one syllable it mostly belongs to the word ("kast", "hand"). */
    private static String withoutTense(String word) {
        String bare = word;
        while (bare.length() > SHORTEST && (bare.endsWith("t") || bare.endsWith("d")) && "aeiou".indexOf(bare.charAt(bare.length() - 2)) < 0) {
            boolean one = VOWELS.matcher(bare).results().limit(2).count() < 2;
            if (one && (bare.endsWith("d") || bare.endsWith("st") || bare.endsWith("nt") || bare.endsWith("ht"))) break;
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare;
    }

    private static String without(Pattern ending, String word) {
        String bare = ending.matcher(word).replaceFirst("");
        return bare.length() >= SHORTEST && VOWELS.matcher(bare).find() ? bare : word;
    }

    private static String longEnough(String word, int ending) {
        return word.length() - ending >= SHORTEST ? word.substring(0, word.length() - ending) : word;
    }

    private static String spelled(String bare) {
        String once = LONG_VOWEL.matcher(TWICE.matcher(bare).replaceFirst("$1")).replaceAll("$1");
        if (once.endsWith("v")) return once.substring(0, once.length() - 1) + "f";
        if (once.endsWith("z")) return once.substring(0, once.length() - 1) + "s";
        return once;
    }
}
