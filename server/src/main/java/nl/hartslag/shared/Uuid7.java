package nl.hartslag.shared;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Time-ordered ids (RFC 9562, version 7): 48 bits of milliseconds, 12 bits of order within one, 62 random bits. */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Milliseconds shifted by 12, plus a counter: strictly rising within this process, also when the clock stands still. */
    private static final AtomicLong LAST = new AtomicLong();

    private Uuid7() {}

    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (stamp >>> 12) << 16 | 0x7000L | stamp & 0xFFFL;
        long low = RANDOM.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /** For what is stored afterwards: sorts among the ids of that time. */
    public static UUID at(Instant time) {
        long high = time.toEpochMilli() << 16 | 0x7000L | RANDOM.nextInt(0x1000);
        return new UUID(high, RANDOM.nextLong() >>> 2 | 0x8000000000000000L);
    }
}
