package nl.hartslag.channels.internal.email.parse;

import java.io.IOException;
import java.io.InputStream;

/** Where the parser streams attachments, so that a large file never lies on the heap. */
@FunctionalInterface
public interface AttachmentStore {
    Stored put(InputStream content) throws IOException;

    /**
     * @param hash lower-case hex SHA-256 of the decoded content
     * @param size bytes
     */
    record Stored(String hash, long size) {}
}
