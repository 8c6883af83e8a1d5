package nl.hartslag.desk.internal.search;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a Dutch word comes from, for finding it again; not a word itself. It goes further than the stemmers that exist, which keep
 * <i>geleverd</i> apart from <i>leveren</i> and <i>besteld</i> from <i>bestelling</i>: endings of verbs, of plurals and of small things,
 * then how a vowel or a consonant is spelled.
 */
final class DutchStem {
    private static final int SHORTEST = 3;
    private static final String PARTS = "aan|achter|af|bij|binnen|buiten|deel|dicht|door|goed|in|klaar|kwijt|langs|leeg|los|mee|na|neer|om|op|open|over|recht|rond|"
            + "samen|schoon|stil|stuk|tegen|teleur|terug|thuis|toe|uit|vast|voor|vrij|weg|zoek";
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SMALL_THING = Pattern.compile("(?<=[aeiou](?:ll|mm|nn|ng|rr))etjes?$|(?<=[aeiou]{2}m|[lr]m)pjes?$|(?<=[aeiou]{2}|[lnrw]|[aiouy])tjes?$|(?<=[^aeiouj])jes?$");
    private static final Pattern PLURAL = Pattern.compile("(?<=e[lmnr]|[aeiou].{1,6}aar|ie|[^aeiou][aouy])s$");
    /** More than one ("fotos", "reparaties"), or a word that ends so ("matras", "advies"). */
    private static final Pattern MAYBE_PLURAL = Pattern.compile("(?:[^aeiou][aouy]|ie)s$");
    private static final Pattern DOING = Pattern.compile("ing(?:en|s)?$");
    private static final Pattern DOING_SO = Pattern.compile("(?<=[^aeiou])ende?$");
    private static final Pattern SEPARATE = Pattern.compile("^(" + PARTS + ")ge(?=.{3})");
    private static final Pattern BEFORE_VERB = Pattern.compile("^(?:be|her|ont|ver|" + PARTS + ")");
    private static final Pattern TENSE = Pattern.compile("[^aeiouh]t$|[^aeiou]d$");
    private static final Pattern LONG_VOWEL = Pattern.compile("([aeou])\\1");
    private static final Pattern TWICE = Pattern.compile("([^aeiou])\\1$");

    /** Those that change inside: the first of each line, by the others. */
    private static final Map<String, String> IRREGULAR = Stream.of(
            "afspreken afspraak afspraken", "bederven bedierf bedorven", "beginnen begon begonnen", "bieden bood boden geboden", "blijken bleek bleken gebleken", "blijven bleef bleven gebleven",
            "breken brak braken gebroken", "brengen bracht brachten gebracht", "denken dacht dachten gedacht", "doen deed deden gedaan", "dragen droeg droegen", "gaan ging gingen gegaan",
            "geven gaf gaven", "gieten goot goten gegoten", "grijpen greep grepen gegrepen", "hangen hing hingen", "helpen hielp hielpen geholpen", "houden hield hielden",
            "kiezen koos kozen gekozen", "kijken keek keken gekeken", "komen kwam kwamen", "kopen kocht kochten gekocht", "krijgen kreeg kregen gekregen", "laten liet lieten",
            "liggen lag lagen gelegen", "lijken leek leken geleken", "lopen liep liepen", "nemen nam namen genomen", "roepen riep riepen", "schenken schonk schonken geschonken",
            "schrijven schreef schreven geschreven", "schuiven schoof schoven geschoven", "sluiten sloot sloten gesloten", "spreken sprak spraken gesproken", "staan stond stonden gestaan",
            "stelen stal gestolen", "treffen trof troffen getroffen", "trekken trok trokken getrokken", "vallen viel vielen", "vangen ving vingen", "verdwijnen verdween verdwenen",
            "vergeten vergat vergaten", "verliezen verloor verloren", "vinden vond vonden gevonden", "wegen woog wogen gewogen", "wijzen wees gewezen", "winnen won wonnen gewonnen",
            "zenden zond zonden gezonden", "zien zag zagen gezien", "zitten zat zaten gezeten", "zoeken zocht zochten gezocht",
            "ei eieren", "kind kinderen", "lid leden", "schip schepen", "stad steden")
            .map(line -> line.split(" "))
            .flatMap(forms -> Stream.of(forms).skip(1).map(form -> Map.entry(form, forms[0])))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private DutchStem() {}

    /** Mostly one; but all it may come from: "namen" of "naam" and of "nemen", "gebeld" without its <i>ge</i>, "matras" with its <i>s</i>. */
    static Set<String> of(String word) {
        Set<String> stems = ofForm(word);
        String regular = regular(word);
        if (!regular.equals(word)) stems.addAll(ofForm(regular));
        return stems;
    }

    private static Set<String> ofForm(String form) {
        String bare = withoutEnding(form);
        Set<String> stems = new LinkedHashSet<>(Set.of(spelled(bare)));
        if (bare.equals(form)) return stems;
        if (MAYBE_PLURAL.matcher(form).find()) stems.add(spelled(form));
        if (DOING_SO.matcher(form).find()) stems.add(spelled(without(DOING_SO, form)));
        if (form.endsWith("de")) addWithoutTense(stems, bare);
        if (bare.startsWith("ge") && bare.length() >= 2 + SHORTEST) {
            String participle = withoutEnding(form.substring(2));
            stems.add(spelled(participle));
            addWithoutTense(stems, participle);
        }
        String joined = SEPARATE.matcher(form).replaceFirst("$1");
        if (!joined.equals(form)) stems.add(spelled(withoutEnding(joined)));
        return stems;
    }

    /** Also behind what is put before a verb: "afgeschreven", "uitverkocht", "beschreven". */
    private static String regular(String word) {
        if (IRREGULAR.containsKey(word)) return IRREGULAR.get(word);
        Matcher before = BEFORE_VERB.matcher(word);
        if (!before.find()) return word;
        String verb = word.substring(before.end());
        String regular = regular(verb);
        if (regular.equals(verb)) regular = IRREGULAR.getOrDefault("ge" + verb, verb);
        return !regular.equals(verb) && regular.endsWith("en") ? before.group() + regular : word;
    }

    /** Of one syllable too, as in "belde" and "gebeld" the d is of the verb; but in "meldde" and "gemeld" it is of the word. */
    private static void addWithoutTense(Set<String> stems, String bare) {
        if (bare.length() > SHORTEST && TENSE.matcher(bare).find()) stems.add(spelled(bare.substring(0, bare.length() - 1)));
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
