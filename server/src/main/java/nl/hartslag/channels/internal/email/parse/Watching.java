package nl.hartslag.channels.internal.email.parse;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeIOException;

/**
 * Reads a decoded part: keeps its head if asked, and turns a decoder's complaint into an early end, since half an attachment is
 * better than a mail that cannot be shown.
 */
final class Watching extends FilterInputStream {
    private final int keep;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    boolean broken;

    Watching(InputStream content, int keep) {
        super(content);
        this.keep = keep;
    }

    byte[] head() {
        return head.toByteArray();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (broken) return -1;
        int count;
        try {
            count = super.read(buffer, offset, length);
        } catch (MimeIOException malformed) {
            broken = true;
            return -1;
        }
        if (count > 0 && head.size() < keep) head.write(buffer, offset, Math.min(count, keep - head.size()));
        return count;
    }

    @Override
    public void close() {
        // the parser owns the stream and skips what is left of the part
    }
}
