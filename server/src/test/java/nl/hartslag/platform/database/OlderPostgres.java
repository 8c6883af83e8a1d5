package nl.hartslag.platform.database;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Data as an earlier Hartslag left it, whose built-in PostgreSQL was of an older major version. */
public final class OlderPostgres {
    private static final Path JARS = Path.of("target/older-postgresql");

    private OlderPostgres() {}

    /** Makes a database with the older programs, which stay where an earlier Hartslag would have unpacked them. @return their major version */
    public static int makeDataIn(Path data) throws IOException {
        Path jar;
        try (Stream<Path> jars = Files.list(JARS)) {
            jar = jars.findFirst().orElseThrow().toAbsolutePath();
        }
        var binaries = PostgresBinaries.unpack(URI.create("jar:" + jar.toUri() + "!/" + PostgresBinaries.archiveName()).toURL(), Places.binaries());
        var folder = new DataFolder(data);
        try (var ignored = folder.lock().acquiredBy()) {
            var user = DatabaseUser.choose();
            EmbeddedPostgres.create(folder, binaries, user);
        }
        return binaries.major();
    }
}
