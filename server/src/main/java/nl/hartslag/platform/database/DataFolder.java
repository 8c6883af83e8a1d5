package nl.hartslag.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/** The folder of one installation: the database directory, its password, and the lock that admits one process. */
record DataFolder(Path folder) {

    static final String USER = "hartslag";
    static final String DATABASE = "hartslag";

    DataFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    /** PostgreSQL's own directory. */
    Path database() {
        return folder.resolve("database");
    }

    Path startLog() {
        return folder.resolve("database-start.log");
    }

    private Path passwordFile() {
        return folder.resolve("database-password");
    }

    /** Takes the folder for this process until the lock is released or the process ends, however it ends. */
    FileLock lock() throws IOException {
        Places.createEnterable(folder);
        var channel = FileChannel.open(folder.resolve("hartslag.lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException takenByThisProcess) {
            // answered below, as if another process had it
        }
        if (lock == null) {
            var holder = Files.readString(folder.resolve("hartslag.lock")).strip();
            channel.close();
            throw new DataFolderInUse(folder, holder);
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        return lock;
    }

    /** The server of the process that holds this folder, if it runs: for commands beside a running product. */
    Optional<DatabaseAddress> running() throws IOException {
        var server = PostmasterFile.alive(database()).filter(PostmasterFile::ready);
        return server.isEmpty() ? Optional.empty() : Optional.of(address(server.get().port()));
    }

    DatabaseAddress address(int port) throws IOException {
        return new DatabaseAddress("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, USER, password());
    }

    /** The random password of this installation's database, made at first use and readable by us alone. */
    String password() throws IOException {
        if (!Files.exists(passwordFile())) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            var draft = Files.createTempFile(folder, ".password", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, HexFormat.of().formatHex(random));
            Files.move(draft, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(passwordFile()).strip();
    }

    /** So that a database built elsewhere fits when it takes this one's place. */
    void copyPasswordTo(DataFolder other) throws IOException {
        Files.copy(passwordFile(), other.passwordFile(), StandardCopyOption.COPY_ATTRIBUTES);
    }
}
