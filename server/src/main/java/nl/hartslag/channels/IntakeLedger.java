package nl.hartslag.channels;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * The proof that nothing that arrived was lost: every envelope is in exactly one state, so received = placed + refused +
 * waiting. A person sees the envelopes of his brands.
 */
public interface IntakeLedger {
    /** Per adapter and hour, newest hour first; needs {@code intake.view}. */
    List<HourRow> hours(Access access, Instant from, Instant until);

    /**
     * Newest first; needs {@code intake.view}.
     *
     * @param state or null for all
     * @param outcome such as {@code duplicate} or {@code blocked-sender}, or null
     * @param search in sender and subject
     */
    Page<EnvelopeRow> envelopes(Access access, @Nullable EnvelopeState state, @Nullable String outcome, @Nullable String search,
                                @Nullable String cursor, int limit);

    EnvelopeDetail envelope(Access access, EnvelopeId id);

    /**
     * How the sender of a mail was checked, for whoever may see a conversation it was put in; needs {@code contacts.view}.
     * Refused with {@code intake/not-found} otherwise.
     */
    SenderFindings sender(Access access, EnvelopeId id);

    /** The bytes as they arrived; needs {@code intake.raw} and is recorded. The caller closes the stream. */
    Raw raw(Access access, EnvelopeId id);

    /** Tries a waiting envelope again at once; needs {@code intake.replay}; refused with {@code intake/not-waiting}. */
    void replay(Access access, EnvelopeId id);

    /** Tries all waiting envelopes that the person may see. @return how many */
    int replayAll(Access access);

    /** Takes in what was refused because its sender is blocked; refused with {@code intake/not-refused}. */
    void accept(Access access, EnvelopeId id);

    enum EnvelopeState {
        WAITING, PLACED, REFUSED;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One hour of one adapter.
     *
     * @param received   envelopes; the sum of the next three
     * @param placements conversations they were put in; a mail to two addresses has two
     * @param duplicates copies of what was there already
     * @param bounces    reports about mail of ours
     */
    record HourRow(Instant hour, String adapter, long received, long placed, long refused, long waiting, long placements,
                   long duplicates, long bounces) {}

    /**
     * @param setAside waits for a person, because it failed too often
     * @param outcome  what became of it, or why it was refused
     * @param proven   the sender showed that the address is his; null when not known
     */
    record EnvelopeRow(EnvelopeId id, String adapter, String state, boolean setAside, @Nullable String outcome,
                       @Nullable String sender, @Nullable String subject, @Nullable Boolean proven, int attempts, int repeats,
                       long size, Instant receivedAt, @Nullable Instant settledAt) {}

    /** @param facts what the protocol said; @param findings what was found out about sender and content */
    record EnvelopeDetail(EnvelopeRow envelope, @Nullable String detail, Map<String, Object> facts, Map<String, Object> findings,
                          List<PlacementRow> placements) {}

    /** @param why what led to this conversation; @param nearMatch a conversation it points to in which the sender takes no part */
    record PlacementRow(AccountId account, BrandId brand, ConversationId conversation, String why,
                        @Nullable ConversationId nearMatch, Instant placedAt) {}

    /**
     * @param proven a check passed for the domain that stands in the From line
     * @param spf    RFC 7208: {@code pass}, {@code fail}, {@code softfail}, {@code neutral}, {@code none}, {@code temperror} or {@code permerror}
     * @param dkim   RFC 6376: {@code pass}, {@code fail}, {@code none} or {@code temperror}
     * @param dmarc  RFC 7489: {@code pass}, {@code fail}, {@code none} or {@code temperror}
     * @param source {@code checked} here, or the word of a trusted {@code relay}
     */
    record SenderFindings(String sender, boolean proven, String spf, String dkim, String dmarc, String source) {}

    record Raw(String fileName, long size, InputStream bytes) {}
}
