package nl.hartslag.platform.database;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Small programs of the machine that we lean on. */
final class Programs {

    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private Programs() {
    }

    static boolean has(String name) {
        return KNOWN.computeIfAbsent(name, _ -> Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))));
    }

    /** Runs a command to its end with the given text on its input. A failure carries what the command wrote. */
    static void run(List<String> command, Path folder, String input) throws IOException {
        var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedEarly) {
            // the exit code below says more than a broken pipe
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new DatabaseTrouble("%s failed: %s".formatted(command.stream().filter(c -> c.contains("/")).findFirst().orElse(command.getFirst()), said.strip()));
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new DatabaseTrouble("Interrupted while preparing the database.", stopped);
        }
    }

    /** Sends a signal; a process that is already gone is no failure. The shell's own kill, as slim images have no other. */
    static void signal(long pid, String name) throws IOException {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
