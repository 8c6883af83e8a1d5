package nl.hartslag.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.hartslag.testing.HartslagTest;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The database and the program find the same. */
@HartslagTest
class WordsTest {
    @Autowired DSLContext db;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            12             | {"number":"2026-12-01"}          | false
            12             | {"number":"12"}                  | true
            Bo             | {"text":"een boek"}              | false
            Bo             | {"name":"bo"}                    | true
            bo@home.example| {"text":"van BO@home.example,"}  | true
            Bo van Dijk jr | {"text":"zegt bo van dijk jr ja"}| true
            100%_zeker     | {"text":"100xxzeker"}            | false
            100%_zeker     | {"text":"100%_ZEKER"}            | true
            """)
    void findsWhatIsHis(String word, String text, boolean found) {
        assertThat(Words.in(text, List.of(word))).as("at hand").isEqualTo(found);
        assertThat(db.fetchSingle(DSL.select(DSL.field(Words.in(DSL.val(text), List.of(word))))).value1()).as("in the database").isEqualTo(found);
    }
}
