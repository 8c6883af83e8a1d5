package nl.hartslag.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/complaints.md says of each complaint is kept by tests that are there. */
class ComplaintsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern METHOD = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern FILE = Pattern.compile("`([\\w/.-]+\\.tsx?)`(?:: \\*([^*]+)\\*)?");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/complaints.md"));
        Map<String, String> classes = classes();
        assertThat(all(METHOD, page)).hasSizeGreaterThan(50).allSatisfy(one ->
                assertThat(classes.getOrDefault(one.group(1), "")).as(one.group()).contains(" void " + one.group(2) + "("));
        assertThat(all(FILE, page)).isNotEmpty().allSatisfy(one -> {
            String text = Files.readString(ROOT.resolve(one.group(1)));
            if (one.group(2) != null) assertThat(text).as(one.group()).contains("'" + one.group(2) + "'");
        });
    }

    @Test
    void everyComplaintHasOne() throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/complaints.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| complaint")).toList();
        assertThat(rows).hasSizeGreaterThan(30).allSatisfy(row -> assertThat(METHOD.matcher(row).find() || FILE.matcher(row).find()).as(row).isTrue());
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static Map<String, String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""), ComplaintsTest::read, (one, other) -> one + other));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
