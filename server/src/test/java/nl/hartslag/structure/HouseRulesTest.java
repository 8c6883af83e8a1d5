package nl.hartslag.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of the house that the compiler does not know. */
class HouseRulesTest {
    private static final Path SOURCES = Path.of("src/main/java/nl/hartslag");
    private static final List<String> MODULES = List.of(
            "platform", "organisation", "people", "customers", "contacts", "routing", "channels", "feedback", "desk");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.hartslag");

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .that()
                .haveNameNotMatching("nl\\.hartslag\\.platform\\.ClockConfiguration")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("tests move the clock, so everything must ask it")
                .check(CLASSES);
    }

    @Test
    void sqlNamesOnlyTablesOfItsOwnModule() throws IOException {
        List<String> breaches = new ArrayList<>();
        for (Path file : javaFiles()) {
            String module = SOURCES.relativize(file).getName(0).toString();
            if (!MODULES.contains(module)) continue;
            List<String> others = MODULES.stream().filter(other -> !other.equals(module)).toList();
            Pattern foreign = Pattern.compile("(?i)\\b(?:from|join|into|update)\\s+(" + String.join("|", others) + ")\\.(?!shown_)\\w+");
            var found = foreign.matcher(Files.readString(file));
            while (found.find()) breaches.add(file + ": " + found.group());
        }
        assertThat(breaches).as("SQL over another module's tables").isEmpty();
    }

    @Test
    void channelNamesStandOnlyInTheirAdapter() throws IOException {
        List<String> breaches = new ArrayList<>();
        // "email" is also a kind of identity and a field of a form, so it counts only beside the word channel
        Pattern names = Pattern.compile("(?i)\"(?:webchat|web-chat|web_chat)\"|channel[^;\\n]*\"e-?mail\"");
        for (Path file : javaFiles()) {
            String place = SOURCES.relativize(file).toString();
            if (place.startsWith("channels") || place.startsWith("demo")) continue;
            var found = names.matcher(Files.readString(file));
            while (found.find()) breaches.add(place + ": " + found.group());
        }
        assertThat(breaches).as("channel names outside their adapter").isEmpty();
    }

    @Test
    void filesStayShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (Path file : javaFiles()) {
            long lines;
            try (Stream<String> all = Files.lines(file)) {
                lines = all.count();
            }
            if (lines > 400) tooLong.add(file + " has " + lines + " lines");
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyTextStandsInBothLanguages() throws IOException {
        Path folder = Path.of("src/main/resources");
        List<String> differences = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path english : files.filter(file -> file.toString().endsWith("_en.properties")).toList()) {
                Path dutch = Path.of(english.toString().replace("_en.properties", "_nl.properties"));
                if (!Files.exists(dutch)) {
                    differences.add(dutch + " is missing");
                    continue;
                }
                var en = keys(english);
                var nl = keys(dutch);
                en.stream().filter(key -> !nl.contains(key)).forEach(key -> differences.add("not in Dutch: " + key));
                nl.stream().filter(key -> !en.contains(key)).forEach(key -> differences.add("not in English: " + key));
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void everyProblemHasItsTexts() throws IOException {
        Properties texts = new Properties();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/texts/problems"))) {
            for (Path file : files.filter(each -> each.toString().endsWith("_en.properties")).toList()) {
                try (var reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
        }
        Pattern codes = Pattern.compile("Problem\\.of\\(\\s*\"([^\"]+)\"");
        Pattern missing = Pattern.compile("Problem\\.notFound\\(\\s*\"([^\"]+)\"");
        Pattern fields = Pattern.compile("(?:Problem\\.invalid|\\.field)\\(\\s*\"[^\"]+\",\\s*\"([^\"]+)\"");
        List<String> without = new ArrayList<>();
        for (Path file : javaFiles()) {
            String source = Files.readString(file);
            for (var found = codes.matcher(source); found.find(); ) check(texts, found.group(1), without);
            for (var found = missing.matcher(source); found.find(); ) check(texts, found.group(1) + "/not-found", without);
            for (var found = fields.matcher(source); found.find(); ) {
                if (!texts.containsKey("field/" + found.group(1))) without.add("field/" + found.group(1));
            }
        }
        assertThat(without).as("problems without a text").isEmpty();
    }

    private static void check(Properties texts, String code, List<String> without) {
        if (!texts.containsKey(code + ".title") || !texts.containsKey(code + ".detail")) without.add(code);
    }

    private static java.util.Set<String> keys(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
