package nl.hartslag.routing.internal.rules;

/**
 * How somebody reaches the contacts of a queue.
 *
 * @param ring  from how wide a search on they are his
 * @param turns in whose turn; a bit for each share, all where he waits for no turn
 */
public record Reach(int ring, int turns) {
    /** Every turn. */
    public static final int ALL = -1;
    /** It is not known yet whose turn it is. */
    public static final int NOBODY = 0;

    /** Of the shares of a queue, this one's turn. */
    public static int turnOf(int share) {
        return 1 << share;
    }
}
