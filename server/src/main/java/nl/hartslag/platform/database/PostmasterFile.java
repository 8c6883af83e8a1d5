package nl.hartslag.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code postmaster.pid} in a data directory says. The file outlives a server that was killed, and its process number
 * may meanwhile belong to a stranger; so we believe it only when that process names this very directory.
 *
 * @param ready whether the server accepts connections (line 8 of the file)
 */
record PostmasterFile(long pid, int port, boolean ready) {

    static Optional<PostmasterFile> in(Path directory) throws IOException {
        try {
            var lines = Files.readString(directory.resolve("postmaster.pid"), StandardCharsets.UTF_8).split("\n", -1);
            var port = lines.length > 3 && !lines[3].isBlank() ? Integer.parseInt(lines[3].strip()) : 0;
            return Optional.of(new PostmasterFile(Long.parseLong(lines[0].strip()), port, lines.length > 7 && lines[7].strip().equals("ready")));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    /** The server that runs on this directory right now, whoever started it. */
    static Optional<PostmasterFile> alive(Path directory) throws IOException {
        return in(directory).filter(found -> commandLine(found.pid).contains(directory.toString()));
    }

    private static String commandLine(long pid) {
        try {
            var linux = Path.of("/proc", Long.toString(pid), "cmdline");
            if (Files.isDirectory(Path.of("/proc/self"))) {
                return Files.readString(linux, StandardCharsets.ISO_8859_1).replace('\0', ' ');
            }
            var ps = new ProcessBuilder("ps", "-o", "command=", "-p", Long.toString(pid)).start();
            return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
