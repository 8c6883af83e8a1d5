package nl.hartslag.contacts.internal.silence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import nl.hartslag.organisation.Organisation.Brand;
import nl.hartslag.organisation.TimesPerPerson;
import nl.hartslag.shared.BrandId;
import org.junit.jupiter.api.Test;

class SilenceWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 14);
    private final Brand brand =
            new Brand(BrandId.next(), "merk", "Merk", "#c2410c", "nl", ZoneId.of("Europe/Amsterdam"), false, "Groet", "Regards", TimesPerPerson.values()[0]);

    @Test
    void fillsInWhatDiffersInTheLanguageOfTheConversation() {
        String words = "{greeting} {subject} {date} {closing} {brand}";
        assertThat(SilenceWords.filled(words, "nl", brand, "Jan", "Lamp", DAY)).isEqualTo("Beste Jan, Lamp maandag 14 december Groet Merk");
        assertThat(SilenceWords.filled(words, "en", brand, null, "Lamp", DAY)).isEqualTo("Hello, Lamp Monday 14 December Regards Merk");
    }

    @Test
    void whatACustomerWroteIsNoVariable() {
        assertThat(SilenceWords.filled("{subject}", "nl", brand, null, "{brand} $1", DAY)).isEqualTo("{brand} $1");
    }

    @Test
    void theUsualWordsAreFilledInWhole() {
        for (String language : new String[] {"nl", "en"}) {
            for (String key : new String[] {"remind", "closing"}) {
                assertThat(SilenceWords.known(SilenceWords.usual(key, language))).isTrue();
                assertThat(SilenceWords.filled(SilenceWords.usual(key, language), language, brand, "Jan", "Lamp", DAY)).doesNotContain("{").contains("Lamp");
            }
        }
    }
}
