package nl.hartslag.desk.internal.search;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tartarus.snowball.ext.EnglishStemmer;

/** What an English word comes from (Porter 2), also where it changes inside, and of <i>delivery</i> that it comes from <i>deliver</i>. */
final class EnglishStem {
    private static final ThreadLocal<EnglishStemmer> PORTER = ThreadLocal.withInitial(EnglishStemmer::new);
    private static final Pattern ACT = Pattern.compile("(?<=[io]v)eri$");

    /** The first of each line, by the others. */
    private static final Map<String, String> IRREGULAR = Stream.of(
            "begin began begun", "bite bit bitten", "bend bent", "break broke broken", "bring brought", "build built", "buy bought", "catch caught", "choose chose chosen", "come came",
            "deal dealt", "draw drew drawn", "drink drank drunk", "drive drove driven", "eat ate eaten", "fall fell fallen", "feel felt", "fight fought", "find found",
            "fly flew flown", "forget forgot forgotten", "forgive forgave forgiven", "freeze froze frozen", "get got gotten", "give gave given", "grow grew grown", "hang hung",
            "hear heard", "hide hid hidden", "hold held", "keep kept", "know knew known", "lead led", "leave left", "lend lent", "lose lost", "make made", "mean meant", "meet met",
            "mistake mistook mistaken", "pay paid", "ring rang rung", "rise rose risen", "run ran", "say said", "see saw seen", "sell sold", "send sent", "shake shook shaken",
            "shine shone", "show shown", "sit sat", "sleep slept", "speak spoke spoken", "spend spent", "stand stood", "steal stole stolen", "stick stuck", "swear swore sworn",
            "sweep swept", "take took taken", "teach taught", "tear tore torn", "tell told", "think thought", "throw threw thrown", "understand understood", "wake woke woken",
            "wear wore worn", "win won", "withdraw withdrew withdrawn", "write wrote written",
            "child children", "foot feet", "half halves", "knife knives", "leaf leaves", "person people", "shelf shelves", "tooth teeth")
            .map(line -> line.split(" "))
            .flatMap(forms -> Stream.of(forms).skip(1).map(form -> Map.entry(form, forms[0])))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    private EnglishStem() {}

    /** Usually one; of what changes inside also that of the word it comes from. */
    static Set<String> of(String word) {
        Set<String> stems = new LinkedHashSet<>();
        stems.add(porter(word));
        if (IRREGULAR.containsKey(word)) stems.add(porter(IRREGULAR.get(word)));
        return stems;
    }

    private static String porter(String word) {
        EnglishStemmer stemmer = PORTER.get();
        stemmer.setCurrent(word);
        stemmer.stem();
        return ACT.matcher(stemmer.getCurrent()).replaceFirst("");
    }
}
