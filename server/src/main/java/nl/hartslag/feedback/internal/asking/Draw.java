package nl.hartslag.feedback.internal.asking;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * The draw of one solved case. It follows from the day's seed and the case alone, so that it can be checked afterwards
 * and never be done again for a better outcome.
 */
final class Draw {
    private static final double TWO_TO_53 = 0x1p53;

    private Draw() {}

    /** Evenly spread over 0 (included) to 1 (not included). */
    static double of(long seed, UUID caseId, Instant solvedAt) {
        byte[] input = ByteBuffer.allocate(8 + 16 + 12)
                .putLong(seed)
                .putLong(caseId.getMostSignificantBits())
                .putLong(caseId.getLeastSignificantBits())
                .putLong(solvedAt.getEpochSecond())
                .putInt(solvedAt.getNano())
                .array();
        return (ByteBuffer.wrap(sha256(input)).getLong() >>> 11) / TWO_TO_53;
    }

    private static byte[] sha256(byte[] input) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(input);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
