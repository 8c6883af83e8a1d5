package nl.hartslag.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/**
 * The default folders. They must also work when root starts the product, because the database then runs as another user,
 * which cannot enter root's home.
 */
public final class Places {

    private Places() {
    }

    /** {@code HARTSLAG_HOME}, else {@code /var/lib/hartslag} for root and {@code ~/.hartslag} for everyone else. */
    public static Path home() {
        var chosen = System.getProperty("hartslag.home", System.getenv("HARTSLAG_HOME"));
        if (chosen != null && !chosen.isBlank()) {
            return Path.of(chosen).toAbsolutePath().normalize();
        }
        return DatabaseUser.weAreRoot() ? Path.of("/var/lib/hartslag") : Path.of(System.getProperty("user.home"), ".hartslag");
    }

    /** Where unpacked PostgreSQL versions stand, shared by all data folders of this user. */
    public static Path binaries() {
        return home().resolve("postgresql");
    }

    /** Where the data of a production start stands unless {@code --data} says otherwise. */
    public static Path data() {
        return home().resolve("data");
    }

    /** Where the demo company's data stands unless {@code --data} says otherwise. */
    public static Path demoData() {
        return home().resolve("demo");
    }

    /** Creates a folder and its missing parents so that other users may enter them, whatever the umask is. */
    static void createEnterable(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getParent() != null) {
            createEnterable(folder.getParent());
        }
        Files.createDirectory(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Deletes a folder with all that is in it; links are removed, not followed. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
