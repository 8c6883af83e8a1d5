package nl.hartslag.structure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;
import tools.jackson.databind.JsonNode;

/** Rules that the compiler does not know, each over a folder that is given, so that it can also be tried on a planted breach. */
final class HouseRules {
    static final int LONGEST_FILE = 400;
    static final List<String> MODULES = List.of(
            "platform", "organisation", "people", "customers", "knowledge", "contacts", "routing", "channels", "feedback", "assistant", "desk",
            "demo");
    /** docs/architecture.md, "Floors"; platform is open to all. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(Map.entry("shared", 1), Map.entry("organisation", 2),
            Map.entry("customers", 3), Map.entry("people", 3), Map.entry("knowledge", 3), Map.entry("contacts", 4), Map.entry("channels", 5),
            Map.entry("routing", 5), Map.entry("feedback", 5), Map.entry("assistant", 5), Map.entry("desk", 6), Map.entry("demo", 9));

    /** Their names, by package below {@code channels.internal}. "email" is also a kind of identity, so it counts only beside the word channel. */
    private static final Map<String, Pattern> ADAPTERS = Map.of(
            "email", Pattern.compile("(?i)channel[^;\\n]*\"e-?mail\""),
            "webchat", Pattern.compile("(?i)\"(?:webchat|web-chat|web_chat)\""));
    /** What counts besides in the module of the channels: the tables, and "email" unless it is the field of a form. */
    private static final Map<String, Pattern> NAMES_AMONG_CHANNELS = Map.of(
            "email", Pattern.compile("(?<!invalid\\(|field\\()\"email\"|\\bEMAIL_\\w+|\\bemail_account\\b"),
            "webchat", Pattern.compile("\\b(?:CHAT|VISITOR|WIDGET)\\b|\\bchannels\\.(?:chat|visitor|widget)\\b"));

    private HouseRules() {}

    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            // the time in an id only keeps ids in order; nothing is decided by it
            .haveNameNotMatching("nl\\.hartslag\\.(platform\\.ClockConfiguration|shared\\.Uuid7)")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .because("tests move the clock, so everything must ask it");

    /** SQL in Java, in whatever form, and in migrations: own tables, and others' only by the views they show. */
    static List<String> foreignTables(Path sources, Path migrations) {
        List<String> breaches = new ArrayList<>();
        for (Path file : files(sources, ".java")) {
            String module = sources.relativize(file).getName(0).toString();
            if (MODULES.contains(module)) find(foreignTableIn(module), file, text(file), breaches);
        }
        for (Path file : files(migrations, ".sql")) {
            String module = migrations.relativize(file).getName(0).toString();
            Pattern foreign = Pattern.compile("(?i)\\b(?:" + othersThan(module) + ")\\.(?!shown_)\\w+");
            find(foreign, file, text(file).replaceAll("--[^\\n]*|'[^']*'", ""), breaches);
        }
        return breaches;
    }

    private static Pattern foreignTableIn(String module) {
        String others = "(?:" + othersThan(module) + ")";
        return Pattern.compile("(?i)\\b(?:from|join|into|update|table|references|truncate|copy|only|using|on)\\s+" + others + "\\.(?!shown_)\\w+"
                + "|\\b(?:table|name|field|sequence)\\(\\s*\"" + others + "(?:\\.(?!shown_)|\"\\s*,\\s*\"(?!shown_))");
    }

    private static String othersThan(String module) {
        return String.join("|", MODULES.stream().filter(other -> !other.equals(module)).toList());
    }

    /** What an adapter alone may say: its key, its tables, its packages. The demo company plays customers, who know their channel. */
    static List<String> channelNames(Path sources) {
        List<String> breaches = new ArrayList<>();
        for (Path file : files(sources, ".java")) {
            Path place = sources.relativize(file);
            if (place.startsWith("demo")) continue;
            ADAPTERS.forEach((adapter, names) -> {
                if (place.startsWith("channels/internal/" + adapter)) return;
                find(names, file, text(file), breaches);
                if (place.startsWith("channels")) find(NAMES_AMONG_CHANNELS.get(adapter), file, text(file), breaches);
                if (place.startsWith("channels/internal")) find(Pattern.compile("channels\\.internal\\." + adapter + "\\b"), file, text(file), breaches);
            });
        }
        return breaches;
    }

    static List<String> tooLong(Path sources) {
        return files(sources, ".java").stream()
                .filter(file -> text(file).lines().count() > LONGEST_FILE)
                .map(file -> file + " has " + text(file).lines().count() + " lines")
                .toList();
    }

    static List<String> textsInOneLanguage(Path resources) {
        List<String> differences = new ArrayList<>();
        for (Path english : files(resources, "_en.properties")) {
            Path dutch = Path.of(english.toString().replace("_en.properties", "_nl.properties"));
            if (!Files.exists(dutch)) {
                differences.add(dutch + " is missing");
                continue;
            }
            Properties en = texts(english);
            Properties nl = texts(dutch);
            en.stringPropertyNames().stream().filter(key -> nl.getProperty(key, "").isBlank()).forEach(key -> differences.add("not in Dutch: " + key));
            nl.stringPropertyNames().stream().filter(key -> en.getProperty(key, "").isBlank()).forEach(key -> differences.add("not in English: " + key));
        }
        for (Path dutch : files(resources, "_nl.properties")) {
            Path english = Path.of(dutch.toString().replace("_nl.properties", "_en.properties"));
            if (!Files.exists(english)) differences.add(english + " is missing");
        }
        return differences;
    }

    static List<String> problemsWithoutText(Path sources, Path resources) {
        Properties texts = new Properties();
        files(resources, "_en.properties").forEach(file -> texts.putAll(texts(file)));
        Pattern codes = Pattern.compile("Problem\\.of\\(\\s*\"([^\"]+)\"");
        Pattern missing = Pattern.compile("Problem\\.notFound\\(\\s*\"([^\"]+)\"");
        Pattern fields = Pattern.compile("(?:Problem\\.invalid|\\.field)\\(\\s*\"[^\"]+\",\\s*\"([^\"]+)\"");
        List<String> without = new ArrayList<>();
        for (Path file : files(sources, ".java")) {
            String source = text(file);
            for (var found = codes.matcher(source); found.find(); ) check(texts, found.group(1), without);
            for (var found = missing.matcher(source); found.find(); ) check(texts, found.group(1) + "/not-found", without);
            for (var found = fields.matcher(source); found.find(); ) {
                if (!texts.containsKey("field/" + found.group(1))) without.add("field/" + found.group(1));
            }
        }
        return without;
    }

    private static void check(Properties texts, String code, List<String> without) {
        if (!texts.containsKey(code + ".title") || !texts.containsKey(code + ".detail")) without.add(code);
    }

    /** What the audit log records, and what it was done to, is told in words. @param texts of the page, by {@code audit} */
    static List<String> auditWithoutWords(Path sources, JsonNode texts) {
        Pattern kinds = Pattern.compile("\"([a-z-]+)\\.([a-z-]+)\"(?:[^\"\\n;]*,\\s*\"([a-z-]+)\")?");
        List<String> without = new ArrayList<>();
        for (Path file : files(sources, ".java")) {
            String source = text(file).replaceAll("LiveEvent[^;]*;", "");
            if (!source.contains("Audit audit") && !source.contains("Changes changes")) continue;
            for (var found = kinds.matcher(source); found.find(); ) {
                JsonNode did = texts.path("audit").path("did").path(found.group(1)).path(found.group(2));
                if (did.isMissingNode()) without.add(found.group(1) + "." + found.group(2));
                boolean told = found.group(3) == null || !texts.path("audit").path("subjects").path(found.group(3)).isMissingNode();
                if (!told) without.add(found.group(3));
            }
        }
        return without;
    }

    /** What modules declare that they use: the build keeps them to it, and this keeps it to lower floors. */
    static List<String> declaredUpOrSideways(Map<String, ApplicationModule> declared) {
        List<String> breaches = new ArrayList<>();
        declared.forEach((module, says) -> Arrays.stream(says.allowedDependencies())
                .map(used -> used.split("::")[0].strip())
                .filter(used -> FLOORS.containsKey(used) && FLOORS.getOrDefault(module, 0) <= FLOORS.get(used) && !used.equals("shared"))
                .forEach(used -> breaches.add(module + " may not use " + used)));
        return breaches;
    }

    static Map<String, ApplicationModule> declarations() {
        Map<String, ApplicationModule> declared = new HashMap<>();
        for (String module : MODULES) {
            try {
                declared.put(module, Class.forName("nl.hartslag." + module + ".package-info").getAnnotation(ApplicationModule.class));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return declared;
    }

    static Set<String> floors() {
        return FLOORS.keySet();
    }

    private static void find(Pattern pattern, Path file, String text, List<String> breaches) {
        for (var found = pattern.matcher(text); found.find(); ) breaches.add(file + ": " + found.group());
    }

    private static Properties texts(Path file) {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
