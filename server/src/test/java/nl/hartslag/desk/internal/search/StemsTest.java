package nl.hartslag.desk.internal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/** Forms of one word are found by each other, and other words are not. */
class StemsTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "fiets fietsen", "lamp lampen lampje lampjes", "bezorgd bezorgen bezorging bezorgt", "geleverd leveren levering leverde geleverde leverden",
        "betaald betalen betaling betalingen betaalde", "terugbetaald terugbetaling terugbetalen", "beschadigd beschadigde beschadiging beschadigen",
        "bestelling bestellingen besteld bestellen bestelt bestelde", "kapot kapotte", "factuur facturen factuurtje", "huis huizen", "doos dozen doosje",
        "klacht klachten", "pakket pakketten pakketje pakketjes", "geannuleerd annuleren annuleer annulering", "crediteren crediteer gecrediteerd",
        "terugsturen teruggestuurd terugstuur", "verzonden verzenden verzending", "opgehaald ophalen", "gekocht kopen", "gebruikt gebruiken gebruik",
        "stoel stoelen stoeltje", "foto fotos", "werkt werken gewerkt", "wachten gewacht", "brief brieven", "klant klanten", "kleur kleuren kleurtje",
        "refund refunded refunds refunding", "delivery deliveries", "damaged damage damages", "order orders ordered ordering", "arrive arrived arriving",
        "boompje boom bomen", "ringetje ring ringen", "afgesproken afspraak afspraken", "telefoon telefoons", "reparatie reparaties", "rekening rekeningen",
        "gestuurd sturen stuurt stuurde", "gebeld bellen belt belde", "gemeld melden meldt meldde", "gehoord horen hoort hoorde", "gescand scannen scan", "gemist missen mist",
        "matras matrassen", "glas glazen", "status statussen", "advies adviezen", "verlies verliezen verloren", "kiezen gekozen", "uitkiezen uitgekozen",
        "afgeschreven afschrijven afschrijving", "uitverkocht uitverkopen", "verkocht verkopen", "zoekgeraakt zoekraken", "teleurgesteld teleurstellen", "ontbrekende ontbreken ontbreekt", "ontbraken ontbreekt", "naam namen", "namen nemen", "uitspraak uitspraken",
        "kokend koken kookt", "ontving ontvangen", "getekend tekenen", "geopend openen", "beschreven beschrijven beschreef", "aangenomen aannemen", "uitgezocht uitzoeken",
        "send sent sending", "pay paid pays", "break broke broken", "shelf shelves", "take took taken taking", "delivery delivered", "recovery recovered",
    })
    void formsOfOneWordMeetEachOther(String forms) {
        List<String> words = List.of(forms.split(" "));
        for (String word : words.subList(1, words.size())) {
            assertThat(meet(words.getFirst(), word)).as("%s %s and %s %s", words.getFirst(), Stems.of(words.getFirst()), word, Stems.of(word)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kast kas", "geld gel", "bel bal", "post pos", "hand han", "betalen bestellen", "brand bran", "leven leveren", "kaart kaars", "doos dosis", "wacht was", "gast gas", "sent sand", "battery bat", "besteden stad"})
    void otherWordsDoNot(String pair) {
        String[] words = pair.split(" ");
        assertThat(meet(words[0], words[1])).as("%s %s", Stems.of(words[0]), Stems.of(words[1])).isFalse();
    }

    @Test
    void smallWordsAndNumbersHaveNone() {
        assertThat(List.of("de", "het", "the", "4711", "ab12", "op", "waar", "where", "jullie", "my")).allSatisfy(word -> assertThat(Stems.of(word)).isEmpty());
    }

    private static boolean meet(String one, String other) {
        Set<String> stems = Stems.of(one);
        return !Collections.disjoint(stems, Stems.of(other));
    }
}
