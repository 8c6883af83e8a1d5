package nl.hartslag.platform.database.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.hartslag.platform.blobs.ObjectStore;
import nl.hartslag.platform.database.DatabaseAddress;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/** Writes one moment of the database to a file, while others go on working. */
final class BackupWriter {

    private BackupWriter() {
    }

    /** Writes beside the file and moves it in place when it is whole. */
    static Manifest write(DatabaseAddress database, Path file, Optional<ObjectStore> elsewhere) throws SQLException, IOException {
        var target = file.toAbsolutePath();
        var draft = Files.createTempFile(target.getParent(), ".backup-", ".partial",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var connection = database.connect()) {
            Manifest manifest;
            try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16))) {
                manifest = write(connection, zip, elsewhere);
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static Manifest write(Connection connection, ZipOutputStream zip, Optional<ObjectStore> elsewhere) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var contents = DatabaseContents.of(connection);
        var tables = new ArrayList<Manifest.Table>();
        for (var table : contents.tables()) {
            tables.add(copy(connection, table, zip));
        }
        var files = FilesElsewhere.copy(connection, zip, elsewhere);
        var manifest = new Manifest(files.isEmpty() ? 1 : Manifest.FORMAT, contents.now(), contents.postgresql(), contents.versions(), List.copyOf(tables),
                // Read last: sequences do not keep to the transaction's moment, and a later value is always safe.
                DatabaseContents.sequences(connection), files.isEmpty() ? null : files);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        connection.rollback();
        return manifest;
    }

    private static Manifest.Table copy(Connection connection, Manifest.Table table, ZipOutputStream zip) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        var digest = Checksums.sha256();
        var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(
                "copy (select %s from %s) to stdout".formatted(table.columnList(), table.name()),
                new DigestOutputStream(new Unclosed(zip), digest));
        zip.closeEntry();
        return new Manifest.Table(table.name(), table.columns(), rows, Checksums.hex(digest), table.partition());
    }

    /** Keeps the copying from closing the whole file. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {
            // the file goes on after this table
        }
    }
}
