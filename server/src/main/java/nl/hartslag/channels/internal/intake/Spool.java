package nl.hartslag.channels.internal.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Received bytes until they are stored: on the heap while small, in a temporary file when not. */
public final class Spool implements AutoCloseable {
    private static final int ON_HEAP = 256 * 1024;
    private final byte @Nullable [] bytes;
    private final @Nullable Path file;
    private final long size;
    private final String hash;

    private Spool(byte @Nullable [] bytes, @Nullable Path file, long size, String hash) {
        this.bytes = bytes;
        this.file = file;
        this.size = size;
        this.hash = hash;
    }

    /** More arrived than may. */
    public static final class TooLarge extends Exception {
        TooLarge() {
            super("larger than the limit", null, false, false);
        }
    }

    public static Spool of(byte[] bytes) {
        return new Spool(bytes, null, bytes.length, HexFormat.of().formatHex(sha256().digest(bytes)));
    }

    /** Reads to the end also when too large, because the sender listens for an answer only after its last byte. */
    public static Spool read(InputStream in, long limit) throws IOException, TooLarge {
        MessageDigest digest = sha256();
        ByteArrayOutputStream heap = new ByteArrayOutputStream(16 * 1024);
        OutputStream out = heap;
        Path file = null;
        long size = 0;
        byte[] buffer = new byte[16 * 1024];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > limit) continue;
                if (file == null && size > ON_HEAP) {
                    file = Files.createTempFile("hartslag-intake", null);
                    out = Files.newOutputStream(file);
                    heap.writeTo(out);
                    heap = new ByteArrayOutputStream(0);
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
            out.close();
            if (size > limit) throw new TooLarge();
        } catch (IOException | TooLarge failed) {
            out.close();
            if (file != null) Files.deleteIfExists(file);
            throw failed;
        }
        return new Spool(file == null ? heap.toByteArray() : null, file, size, HexFormat.of().formatHex(digest.digest()));
    }

    public String hash() {
        return hash;
    }

    public long size() {
        return size;
    }

    /** Whether it is worth waiting a moment to store it together with others. */
    boolean small() {
        return bytes != null;
    }

    public InputStream open() throws IOException {
        if (bytes != null) return new ByteArrayInputStream(bytes);
        if (file == null) throw new IllegalStateException("neither bytes nor file");
        return Files.newInputStream(file);
    }

    byte @Nullable [] bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (file != null) Files.deleteIfExists(file);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
