package nl.hartslag.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import nl.hartslag.structure.planted.Planted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import tools.jackson.databind.json.JsonMapper;

/** Each rule of the house, tried on a small breach: a rule that cannot fail guards nothing. */
class PlantedBreachesTest {
    @TempDir
    Path house;

    private Path plant(String place, String text) throws Exception {
        Path file = house.resolve(place);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    static final class AsksTheMachineForTheTime {
        Instant when() {
            return Instant.now();
        }
    }

    @Test
    void findsWhoAsksTheMachineForTheTime() {
        var classes = new ClassFileImporter().importClasses(AsksTheMachineForTheTime.class);
        assertThatThrownBy(() -> HouseRules.TIME_COMES_FROM_THE_CLOCK.check(classes)).isInstanceOf(AssertionError.class).hasMessageContaining("Instant.now");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "db.fetch(\"select * from people.users\");",
        "db.fetch(\"\"\"\n    select 1\n    from contacts.contact c\n    join people.users u on true\n    \"\"\");",
        "db.execute(\"delete from people.session\");",
        "db.execute(\"insert into people.users values (1)\");",
        "db.execute(\"update people.users set name = ''\");",
        "db.execute(\"truncate table people.users\");",
        "db.select().from(DSL.table(\"people.users\"));",
        "db.select().from(DSL.table(DSL.name(\"people\", \"users\")));",
    })
    void findsSqlOverAnotherModulesTables(String statement) throws Exception {
        plant("contacts/internal/Reads.java", "class Reads { void read() { " + statement + " } }");
        assertThat(HouseRules.foreignTables(house, house.resolve("none"))).hasSize(1).first().asString().contains("people");
    }

    @Test
    void findsAMigrationThatTouchesAnotherSchema() throws Exception {
        plant("contacts/V9__x.sql", "-- not people.users\nalter table contacts.contact add foreign key (assigned_to) references people.users;");
        assertThat(HouseRules.foreignTables(house.resolve("none"), house)).singleElement().asString().contains("people.users");
    }

    @Test
    void letsPassOwnTablesAndWhatOthersShow() throws Exception {
        plant("contacts/internal/Reads.java", "class Reads { String sql = \"select * from contacts.contact join people.shown_user u using (id)\"; }");
        assertThat(HouseRules.foreignTables(house, house.resolve("none"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"boolean chat = channel.equals(\"webchat\");", "if (contact.channel().equals(\"email\")) return;"})
    void findsAChannelsNameOutsideItsAdapter(String statement) throws Exception {
        plant("routing/internal/Knows.java", statement);
        assertThat(HouseRules.channelNames(house)).singleElement().asString().contains("Knows.java");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            email   | return "email";
            email   | hours(brand, "email");
            email   | db.select(EMAIL_ACCOUNT.ID);
            email   | db.fetch("select id from channels.email_account");
            email   | import nl.hartslag.channels.internal.email.account.EmailAccounts;
            webchat | return "webchat";
            webchat | db.selectFrom(VISITOR);
            webchat | import nl.hartslag.channels.internal.webchat.Chats;
            """)
    void findsAnAdaptersNameInAnotherAndInWhatTheyShare(String adapter, String statement) throws Exception {
        for (String place : new String[] {"email/send", "webchat", "intake"}) plant("channels/internal/" + place + "/Knows.java", statement);
        plant("channels/internal/Knows.java", statement);
        assertThat(HouseRules.channelNames(house)).hasSize(3).noneMatch(each -> each.contains("internal/" + adapter));
    }

    @Test
    void letsPassAFieldOfAFormThatIsCalledLikeAChannel() throws Exception {
        plant("channels/internal/webchat/Asks.java", "throw Problem.invalid(\"email\", \"required\");");
        assertThat(HouseRules.channelNames(house)).isEmpty();
    }

    @Test
    void findsAFileThatIsTooLong() throws Exception {
        plant("desk/Long.java", "\n".repeat(HouseRules.LONGEST_FILE + 1));
        plant("desk/Fits.java", "\n".repeat(HouseRules.LONGEST_FILE));
        assertThat(HouseRules.tooLong(house)).singleElement().asString().contains("Long.java");
    }

    @Test
    void findsTextsThatStandInOneLanguageOnly() throws Exception {
        plant("texts/a_en.properties", "both=x\nenglish=x\nempty=x");
        plant("texts/a_nl.properties", "both=x\ndutch=x\nempty=");
        plant("texts/b_en.properties", "x=y");
        plant("texts/c_nl.properties", "x=y");
        assertThat(HouseRules.textsInOneLanguage(house)).hasSize(5).anyMatch(each -> each.endsWith("not in Dutch: english"))
                .anyMatch(each -> each.endsWith("not in Dutch: empty")).anyMatch(each -> each.endsWith("not in English: dutch"))
                .anyMatch(each -> each.endsWith("b_nl.properties is missing")).anyMatch(each -> each.endsWith("c_en.properties is missing"));
    }

    @Test
    void findsProblemsWithoutText() throws Exception {
        plant("desk/Refuses.java", "throw Problem.of(\"desk/closed\", 409); throw Problem.notFound(\"rows\"); throw Problem.invalid(\"name\", \"odd\");");
        plant("texts/desk_en.properties", "desk/closed.title=Closed");
        assertThat(HouseRules.problemsWithoutText(house.resolve("desk"), house.resolve("texts"))).containsExactly("desk/closed", "rows/not-found", "field/odd");
    }

    @Test
    void findsWhatTheAuditLogRecordsWithoutWords() throws Exception {
        plant("desk/Opens.java", "private final Audit audit; audit.record(access, on ? \"row.shown\" : \"row.hidden\", \"row\", id); audit.record(access, \"desk.opened\", \"desk\", id); record(access, \"row.moved\", row); live.publish(new LiveEvent(\"row.turned\", id));");
        var texts = new JsonMapper().readTree("{\"audit\": {\"did\": {\"row\": {\"shown\": \"Showed a row\"}}, \"subjects\": {\"row\": \"row\"}}}");
        assertThat(HouseRules.auditWithoutWords(house, texts)).containsExactlyInAnyOrder("row.hidden", "desk.opened", "desk", "row.moved");
    }

    @ApplicationModule(allowedDependencies = {"shared", "platform", "organisation", "people :: shown", "desk", "routing :: shown"})
    private static final class Reaching {}

    @Test
    void findsAModuleThatDeclaresUpwardOrSideways() {
        var says = Reaching.class.getAnnotation(ApplicationModule.class);
        assertThat(HouseRules.declaredUpOrSideways(Map.of("feedback", says))).containsExactly("feedback may not use desk", "feedback may not use routing");
        assertThat(HouseRules.declaredUpOrSideways(Map.of("people", says))).hasSize(3);
    }

    @Test
    void findsAModuleThatUsesAnothersInternalsOrOneItMayNot() {
        ImportOption onlyTests = location -> location.contains("/structure/planted/");
        assertThatThrownBy(() -> ApplicationModules.of(Planted.class, onlyTests).verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("Secret")
                .hasMessageContaining("'lower'");
    }
}
