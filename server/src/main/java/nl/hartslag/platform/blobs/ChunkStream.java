package nl.hartslag.platform.blobs;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads chunk after chunk, one in memory at a time. */
class ChunkStream extends InputStream {
    private final IntFunction<Optional<byte[]>> chunks;
    private byte[] chunk = new byte[0];
    private int next;
    private int at;
    private boolean ended;

    ChunkStream(IntFunction<Optional<byte[]>> chunks) {
        this.chunks = chunks;
    }

    @Override
    public int read() {
        return fill() ? chunk[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) return 0;
        if (!fill()) return -1;
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean fill() {
        while (!ended && at == chunk.length) {
            // only the last one is shorter than the others
            Optional<byte[]> read = next > 0 && chunk.length < DatabaseBlobs.CHUNK ? Optional.empty() : chunks.apply(next++);
            ended = read.isEmpty();
            chunk = read.orElse(chunk);
            at = ended ? chunk.length : 0;
        }
        return !ended;
    }
}
