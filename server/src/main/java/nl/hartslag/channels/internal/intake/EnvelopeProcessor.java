package nl.hartslag.channels.internal.intake;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an adapter does with its envelopes. Both steps may run again after a failure. */
public interface EnvelopeProcessor {
    /** The adapter whose envelopes it takes. */
    String adapter();

    /** What its envelopes are when somebody downloads one: the ending of a file name, such as {@code .eml}. */
    String fileEnding();

    /** Reads and checks, outside any transaction; may ask the network. */
    Prepared prepare(Envelope envelope) throws IOException;

    /** Writes what is understood, in this order, inside the transaction that settles the envelopes. @return what became of each */
    default List<Settled> place(List<Prepared> several) {
        return several.stream().map(Prepared::place).toList();
    }

    /** An envelope that is understood. */
    interface Prepared {
        /** Writes this one. */
        Settled place();
    }

    /**
     * What became of it.
     *
     * @param placed  or else refused
     * @param outcome a stable word for the ledger: {@code new}, {@code continued}, {@code duplicate}, {@code bounce}, … or why refused
     * @param proof   what is known of the sender's identity
     */
    record Settled(boolean placed, String outcome, @Nullable String detail, Map<String, Object> proof) {
        public static Settled placed(String outcome, Map<String, Object> proof) {
            return new Settled(true, outcome, null, proof);
        }

        public static Settled refused(String reason, @Nullable String detail, Map<String, Object> proof) {
            return new Settled(false, reason, detail, proof);
        }
    }
}
