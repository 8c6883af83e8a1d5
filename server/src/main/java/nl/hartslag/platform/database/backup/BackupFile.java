package nl.hartslag.platform.database.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import nl.hartslag.platform.database.DatabaseTrouble;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that was read to its end and found whole. */
final class BackupFile implements AutoCloseable {

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens the file and checks every byte of it, before anything is touched. */
    static BackupFile check(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new DatabaseTrouble("There is no readable backup at " + file + ".");
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException cutShort) {
            throw new DatabaseTrouble("%s is no whole backup: it is cut short or something else. Nothing was changed.".formatted(file), cutShort);
        }
        try {
            var backup = new BackupFile(zip, manifest(zip, file));
            backup.checkTables(file);
            backup.checkFiles(file);
            return backup;
        } catch (IOException | RuntimeException damaged) {
            zip.close();
            throw damaged;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream rows(Manifest.Table table) throws IOException {
        return zip.getInputStream(zip.getEntry(table.entry()));
    }

    InputStream file(String hash) throws IOException {
        return zip.getInputStream(zip.getEntry(Manifest.file(hash)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new DatabaseTrouble(file + " is no backup of Hartslag. Nothing was changed.");
        }
        // What Java reads from an opened zip file is not held against the sum that stands beside it.
        try (var in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
            var bytes = in.readAllBytes();
            if (in.getChecksum().getValue() != entry.getCrc()) {
                throw damaged(file, Manifest.ENTRY, null);
            }
            var manifest = JsonMapper.shared().readValue(bytes, Manifest.class);
            if (manifest.format() > Manifest.FORMAT) {
                throw new DatabaseTrouble("%s was made by a newer Hartslag; restore it with that one. Nothing was changed.".formatted(file));
            }
            return manifest;
        } catch (JacksonException | ZipException | EOFException unreadable) {
            throw damaged(file, Manifest.ENTRY, unreadable);
        }
    }

    private void checkTables(Path file) throws IOException {
        for (var table : manifest.tables()) {
            if (zip.getEntry(table.entry()) == null) {
                throw damaged(file, table.entry(), null);
            }
            var digest = Checksums.sha256();
            try (var in = rows(table)) {
                var buffer = new byte[1 << 16];
                for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            } catch (ZipException | EOFException unreadable) {
                throw damaged(file, table.entry(), unreadable);
            }
            if (!Checksums.hex(digest).equals(table.sha256())) {
                throw damaged(file, table.entry(), null);
            }
        }
    }

    private void checkFiles(Path file) throws IOException {
        for (var hash : manifest.filesOrNone()) {
            if (zip.getEntry(Manifest.file(hash)) == null) {
                throw damaged(file, Manifest.file(hash), null);
            }
            try {
                FilesElsewhere.check(file(hash), hash);
            } catch (ZipException | EOFException unreadable) {
                throw damaged(file, Manifest.file(hash), unreadable);
            }
        }
    }

    private static DatabaseTrouble damaged(Path file, String part, @org.jspecify.annotations.Nullable Throwable cause) {
        return new DatabaseTrouble("%s is damaged at %s. Nothing was changed.".formatted(file, part), cause);
    }
}
