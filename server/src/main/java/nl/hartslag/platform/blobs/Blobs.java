package nl.hartslag.platform.blobs;

import java.io.InputStream;

/**
 * Mail, files and images, kept under the SHA-256 of their bytes. Storing the same bytes twice costs nothing; bytes are
 * never changed.
 */
public interface Blobs {
    /** Stores with the current transaction, wherever it is kept later. @return the hash */
    String put(byte[] bytes);

    /** Streams to storage without holding the whole on the heap; fails with a problem when larger than the limit. */
    String put(InputStream bytes, long limit);

    /** @throws nl.hartslag.platform.problem.Problem {@code blobs/not-found} */
    InputStream open(String hash);

    long size(String hash);
}
