package nl.hartslag.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Something that must hold for all values: it is tried with many at random, the edges more often than their share. A failure
 * names the seed; {@code -Dseed=…} repeats that very try first.
 */
public final class Law {
    private static final int TRIES = 1_000;

    private Law() {}

    public interface Check {
        void of(Any any) throws Exception;
    }

    public static void holds(Check check) {
        holds(TRIES, check);
    }

    /** @param tries in a test run; a soak does twenty times as many */
    public static void holds(int tries, Check check) {
        long first = Long.getLong("seed", System.nanoTime());
        for (long seed = first; seed < first + Soak.rounds(tries, tries * 20); seed++) {
            try {
                check.of(new Any(new Random(seed)));
            } catch (Exception | AssertionError broken) {
                throw new AssertionError("Does not hold; repeat it with -Dseed=" + seed + ": " + broken.getMessage(), broken);
            }
        }
    }

    /** The values of one try. */
    public static final class Any {
        private final Random random;

        Any(Random random) {
            this.random = random;
        }

        /** From the one to the other, both included. */
        public int number(int from, int to) {
            return switch (random.nextInt(12)) {
                case 0 -> from;
                case 1 -> to;
                default -> random.nextInt(from, to + 1);
            };
        }

        public long number() {
            return switch (random.nextInt(12)) {
                case 0 -> random.nextInt(-2, 3);
                case 1 -> Long.MAX_VALUE - random.nextInt(3);
                case 2 -> Long.MIN_VALUE + random.nextInt(3);
                default -> random.nextLong();
            };
        }

        public byte[] bytes(int atMost) {
            byte[] bytes = new byte[number(0, atMost)];
            random.nextBytes(bytes);
            return bytes;
        }

        @SafeVarargs
        public final <T> T of(T... choices) {
            return choices[random.nextInt(choices.length)];
        }

        public <T> List<T> list(int atMost, Supplier<T> element) {
            List<T> list = new ArrayList<>();
            for (int left = number(0, atMost); left > 0; left--) list.add(element.get());
            return list;
        }
    }
}
