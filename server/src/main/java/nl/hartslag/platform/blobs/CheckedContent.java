package nl.hartslag.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Fails at its end when the bytes were not those the hash stands for: a store may rot, or hold something else. */
final class CheckedContent extends DigestInputStream {
    private final String hash;

    CheckedContent(InputStream content, String hash) {
        super(content, sha256());
        this.hash = hash;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read < 0) check();
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0) check();
        return read;
    }

    private void check() throws IOException {
        on(false);
        MessageDigest seen = getMessageDigest();
        if (!hash.equals(HexFormat.of().formatHex(sha256Of(seen)))) throw new IOException("the stored file " + hash + " is damaged");
    }

    /** The digest of a copy, so that reading past the end twice gives the same answer. */
    private static byte[] sha256Of(MessageDigest digest) {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
