package nl.hartslag.channels.internal.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.problem.Problem;

/** Blobs of a test. */
public final class MemoryBlobs implements Blobs {
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();

    @Override
    public String put(byte[] bytes) {
        String hash = Spool.of(bytes).hash();
        stored.put(hash, bytes);
        return hash;
    }

    @Override
    public String put(InputStream bytes, long limit) {
        try {
            return put(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream open(String hash) {
        return new ByteArrayInputStream(bytes(hash));
    }

    @Override
    public long size(String hash) {
        return bytes(hash).length;
    }

    private byte[] bytes(String hash) {
        byte[] bytes = stored.get(hash);
        if (bytes == null) throw Problem.of("blobs/not-found", 404);
        return bytes;
    }
}
