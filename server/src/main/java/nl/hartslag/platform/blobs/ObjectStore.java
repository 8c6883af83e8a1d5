package nl.hartslag.platform.blobs;

import java.io.IOException;
import java.io.InputStream;

/** A store outside the database that keeps bytes under their SHA-256. Called outside any transaction. */
public interface ObjectStore {
    /** Stores them, or does nothing that matters when they are there already. */
    void put(String hash, long size, Content content) throws IOException;

    /** The caller closes the stream; reading fails at the end when the bytes are not those of the hash. */
    InputStream open(String hash);

    /** What is not there is no failure. */
    void delete(String hash) throws IOException;

    /** Opened anew for every try. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
