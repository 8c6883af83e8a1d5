package nl.hartslag.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The house as it stands keeps its rules; {@link PlantedBreachesTest} shows that each rule can fail. */
class HouseRulesTest {
    private static final Path SOURCES = Path.of("src/main/java/nl/hartslag");
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void timeComesFromTheClock() {
        HouseRules.TIME_COMES_FROM_THE_CLOCK.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("nl.hartslag"));
    }

    @Test
    void sqlNamesOnlyTablesOfItsOwnModule() {
        assertThat(HouseRules.foreignTables(SOURCES, RESOURCES.resolve("db/migration"))).as("SQL over another module's tables").isEmpty();
    }

    @Test
    void channelNamesStandOnlyInTheirAdapter() {
        assertThat(HouseRules.channelNames(SOURCES)).as("channel names outside their adapter").isEmpty();
    }

    @Test
    void filesStayShort() {
        assertThat(HouseRules.tooLong(SOURCES)).isEmpty();
        assertThat(HouseRules.tooLong(Path.of("src/test/java/nl/hartslag"))).isEmpty();
    }

    @Test
    void everyTextStandsInBothLanguages() {
        assertThat(HouseRules.textsInOneLanguage(RESOURCES)).isEmpty();
    }

    @Test
    void everyProblemHasItsTexts() {
        assertThat(HouseRules.problemsWithoutText(SOURCES, RESOURCES.resolve("texts/problems"))).as("problems without a text").isEmpty();
    }

    @Test
    void whatTheAuditLogRecordsIsToldInWords() {
        for (String language : new String[] {"en", "nl"}) {
            JsonNode texts = new JsonMapper().readTree(Path.of("../web/src/features/platform/locales/" + language + ".json"));
            assertThat(HouseRules.auditWithoutWords(SOURCES, texts)).as(language).isEmpty();
        }
    }

    @Test
    void modulesDeclareOnlyLowerFloors() {
        assertThat(HouseRules.declaredUpOrSideways(HouseRules.declarations())).isEmpty();
        assertThat(HouseRules.floors()).containsAll(HouseRules.MODULES.stream().filter(module -> !module.equals("platform")).toList());
    }
}
