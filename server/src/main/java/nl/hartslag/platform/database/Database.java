package nl.hartslag.platform.database;

import java.util.Optional;

/**
 * The database this process works on, whoever runs it.
 *
 * @param embedded the server to stop when we stop; empty when it is somebody else's
 */
public record Database(DatabaseAddress address, Optional<EmbeddedPostgres> embedded) implements AutoCloseable {

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }
}
