package nl.hartslag.platform.database.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.hartslag.platform.blobs.ObjectStore;
import nl.hartslag.platform.database.DatabaseTrouble;
import nl.hartslag.platform.problem.Problem;

/**
 * Files in an object store, which the tables only name. A backup holds them as well; a restore puts them into the database,
 * from where the product moves them to whatever store is set then.
 */
final class FilesElsewhere {

    /** Those whose bytes are not among the tables as well. */
    private static final String NAMED = """
            select hash from platform.blob
             where stored_in = 's3' and size > 0 and not exists (select 1 from platform.blob_chunk c where c.hash = blob.hash)
             order by hash""";
    private static final int CHUNK = 256 * 1024;

    private FilesElsewhere() {
    }

    /** @return the hashes of what was copied */
    static List<String> copy(Connection connection, ZipOutputStream zip, Optional<ObjectStore> elsewhere) throws SQLException, IOException {
        var hashes = named(connection);
        if (hashes.isEmpty()) {
            return hashes;
        }
        var store = elsewhere.orElseThrow(() -> new DatabaseTrouble(
                "%d files are in an object store that this command does not know. Set hartslag.blobs.s3.… as for the product itself.".formatted(hashes.size())));
        for (var hash : hashes) {
            zip.putNextEntry(new ZipEntry(Manifest.file(hash)));
            try (InputStream content = store.open(hash)) {
                content.transferTo(zip);
            } catch (UncheckedIOException | IOException | Problem away) {
                throw new DatabaseTrouble("File %s cannot be read from the object store (%s), so there is no whole backup.".formatted(hash, away.getMessage()), away);
            }
            zip.closeEntry();
        }
        return hashes;
    }

    static void check(InputStream content, String hash) throws IOException {
        var digest = Checksums.sha256();
        try (var counted = new java.security.DigestInputStream(content, digest)) {
            counted.transferTo(OutputStream.nullOutputStream());
        }
        if (!Checksums.hex(digest).equals(hash)) {
            throw new java.util.zip.ZipException("not the bytes of its name");
        }
    }

    /** Everything is in the database now, wherever it was. */
    static void load(BackupFile backup, Connection connection) throws SQLException, IOException {
        try (var insert = connection.prepareStatement("insert into platform.blob_chunk (hash, position, bytes) values (?, ?, ?)")) {
            for (var hash : backup.manifest().filesOrNone()) {
                insert.setString(1, hash);
                try (var content = backup.file(hash)) {
                    var position = 0;
                    for (var chunk = content.readNBytes(CHUNK); chunk.length > 0; chunk = content.readNBytes(CHUNK)) {
                        insert.setInt(2, position++);
                        insert.setBytes(3, chunk);
                        insert.execute();
                    }
                }
            }
        }
        try (var update = connection.createStatement()) {
            update.execute("update platform.blob set stored_in = 'database', moved_at = null, moving_until = null where stored_in = 's3' or moving_until is not null");
        }
    }

    private static List<String> named(Connection connection) throws SQLException {
        var hashes = new ArrayList<String>();
        try (var query = connection.createStatement(); var rows = query.executeQuery(NAMED)) {
            while (rows.next()) {
                hashes.add(rows.getString(1));
            }
        }
        return hashes;
    }
}
