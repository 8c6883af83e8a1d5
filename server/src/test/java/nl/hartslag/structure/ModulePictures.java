package nl.hartslag.structure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Draws the modules as the code has them: one picture of all floors, and per module whom it asks and what it hears. */
final class ModulePictures {
    private static final Set<String> OPEN_TO_ALL = Set.of("platform", "shared");
    private static final int WIDTH = 900;
    private static final int BOX = 150;
    private static final int HEIGHT = 46;
    private static final int FLOOR = 104;
    private final Map<String, ApplicationModule> modules = new TreeMap<>();
    private final Map<String, Set<String>> asks = new TreeMap<>();
    private final Map<String, Map<String, Set<String>>> hears = new TreeMap<>();
    private final Map<String, Integer> floors = new TreeMap<>();

    ModulePictures(ApplicationModules all) {
        all.forEach(module -> modules.put(nameOf(module), module));
        modules.forEach((name, module) -> {
            asks.put(name, module.getDirectDependencies(all).stream()
                    .map(dependency -> nameOf(dependency.getTargetModule()))
                    .filter(other -> !other.equals(name))
                    .collect(Collectors.toCollection(TreeSet::new)));
            Map<String, Set<String>> heard = new TreeMap<>();
            module.getEventsListenedTo(all).forEach(event -> all.getModuleByType(event.getName())
                    .map(ModulePictures::nameOf)
                    .filter(other -> !other.equals(name))
                    .ifPresent(other -> heard.computeIfAbsent(other, any -> new TreeSet<>()).add(simple(event.getName()))));
            hears.put(name, heard);
        });
        modules.keySet().forEach(this::floorOf);
    }

    private int floorOf(String name) {
        Integer known = floors.get(name);
        if (known != null) return known;
        int floor = OPEN_TO_ALL.contains(name) ? 0 : 1 + asks.get(name).stream().filter(each -> !OPEN_TO_ALL.contains(each)).mapToInt(this::floorOf).max().orElse(0);
        floors.put(name, floor);
        return floor;
    }

    /** Floors from top to bottom; a line where one module asks another and no module between them does. */
    String overview() {
        Map<Integer, List<String>> byFloor = new TreeMap<>(Comparator.reverseOrder());
        modules.keySet().forEach(name -> byFloor.computeIfAbsent(floors.get(name), any -> new ArrayList<>()).add(name));
        Map<String, int[]> places = new TreeMap<>();
        int y = 20;
        for (List<String> floor : byFloor.values()) {
            int gap = WIDTH / floor.size();
            for (int i = 0; i < floor.size(); i++) places.put(floor.get(i), new int[] {gap * i + gap / 2, y});
            y += FLOOR;
        }
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="15" role="img">
                <title>The modules of Hartslag: each asks only modules below it</title>
                <rect width="100%%" height="100%%" fill="#faf8f5"/>
                """.formatted(WIDTH, y - FLOOR + HEIGHT + 20));
        asks.forEach((name, others) -> others.stream()
                .filter(other -> !OPEN_TO_ALL.contains(other) && others.stream().noneMatch(between -> !between.equals(other) && reaches(between, other)))
                .forEach(other -> svg.append(line(places.get(name), places.get(other), !hears.get(name).getOrDefault(other, Set.of()).isEmpty()))));
        places.forEach((name, place) -> svg.append("""
                <rect x="%d" y="%d" width="%d" height="%d" rx="12" fill="%s" stroke="%s"/><text x="%d" y="%d" text-anchor="middle" fill="#231f1b">%s</text>
                """.formatted(place[0] - BOX / 2, place[1], BOX, HEIGHT, OPEN_TO_ALL.contains(name) ? "#f4f1ec" : "#ffffff",
                OPEN_TO_ALL.contains(name) ? "#c4bbae" : "#9c2f58", place[0], place[1] + 29, name)));
        return svg.append("</svg>\n").toString();
    }

    private boolean reaches(String from, String to) {
        return asks.get(from).contains(to) || asks.get(from).stream().anyMatch(next -> !OPEN_TO_ALL.contains(next) && reaches(next, to));
    }

    private static String line(int[] from, int[] to, boolean news) {
        int top = from[1] + HEIGHT;
        int middle = (top + to[1]) / 2;
        return """
                <path d="M%d %d C%d %d %d %d %d %d" fill="none" stroke="%s" stroke-width="1.5"/>
                """.formatted(from[0], top, from[0], middle, to[0], middle, to[0], to[1], news ? "#9c2f58" : "#a1978a");
    }

    String page() {
        StringBuilder page = new StringBuilder("""
                # The modules, as the code has them

                Made from the code by `./hartslag pictures`; a test fails when it is out of date. `platform` and `shared` are open to
                all and left out. A line means *asks*; a dotted line means *hears what happens there*.

                ![The modules](images/modules.svg)
                """);
        modules.forEach((name, module) -> {
            page.append("\n## ").append(name).append("\n\n").append(purpose(module)).append("\n");
            Set<String> asked = asks.get(name).stream().filter(each -> !OPEN_TO_ALL.contains(each)).collect(Collectors.toCollection(TreeSet::new));
            Set<String> asking = asks.entrySet().stream().filter(each -> each.getValue().contains(name)).map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
            if (!asked.isEmpty() || !OPEN_TO_ALL.contains(name) && !asking.isEmpty()) {
                page.append("\n```mermaid\nflowchart LR\n");
                page.append("  ").append(name).append(":::here\n");
                asked.forEach(other -> {
                    page.append("  ").append(name).append(" --> ").append(other).append("\n");
                    hears.get(name).getOrDefault(other, Set.of()).forEach(event ->
                            page.append("  ").append(other).append(" -.->|").append(event).append("| ").append(name).append("\n"));
                });
                if (!OPEN_TO_ALL.contains(name)) asking.forEach(other -> page.append("  ").append(other).append(" --> ").append(name).append("\n"));
                page.append("  classDef here stroke:#9c2f58,stroke-width:2px\n```\n");
            }
            page.append("\nDoors: ").append(doors(module)).append("\n");
        });
        return page.toString();
    }

    private static String purpose(ApplicationModule module) {
        Path file = Path.of("src/main/java", module.getBasePackage().getName().replace('.', '/'), "package-info.java");
        try {
            var found = java.util.regex.Pattern.compile("/\\*\\*(.*?)\\*/", java.util.regex.Pattern.DOTALL).matcher(java.nio.file.Files.readString(file));
            return found.find() ? found.group(1).replaceAll("\\s*\\n\\s*\\*?\\s*", " ").replaceAll("\\{@\\w+ ([^}]+)}", "`$1`").strip() : "";
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The interfaces in the module's root package: the only way in. */
    private static String doors(ApplicationModule module) {
        String root = module.getBasePackage().getName();
        String doors = module.getBasePackage().stream()
                .filter(type -> type.getPackageName().equals(root) && type.isInterface() && !type.isAnnotation() && !type.getName().contains("$") && !type.getSimpleName().equals("package-info"))
                .map(type -> "`" + type.getSimpleName() + "`")
                .sorted()
                .collect(Collectors.joining(", "));
        return doors.isEmpty() ? "none" : doors;
    }

    private static String nameOf(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
