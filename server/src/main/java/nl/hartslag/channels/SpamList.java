package nl.hartslag.channels;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * What is kept out of a brand's inbox: mail of senders whom people blocked, and what a mail filter before us takes for spam.
 * Stored and refused, so that it can be taken in after all.
 */
public interface SpamList {
    /**
     * Mail that was kept out because its sender is blocked or a filter takes it for spam, newest first; needs
     * {@code contacts.handle}. People of a partner see none, because nobody knows yet whose work it would be.
     *
     * @param search in sender and subject, or null
     */
    Page<Held> held(Access access, @Nullable String search, @Nullable String cursor, int limit);

    /**
     * Takes a mail in after all, as if it arrived now; needs {@code contacts.handle}. Refused with {@code spam/not-held} when a
     * colleague did so already.
     *
     * @param unblock lifts what keeps this sender out, too
     */
    void release(Access access, EnvelopeId id, boolean unblock);

    /** Blocked now, newest first; needs {@code intake.view} or {@code contacts.handle}. */
    Page<Blocked> blocked(Access access, @Nullable String cursor, int limit);

    /**
     * Blocks an address, or a whole domain written as {@code @domain}. Blocking twice is blocking once. Needs
     * {@code contacts.handle}: whoever gets the spam may stop it.
     */
    Blocked block(Access access, BrandId brand, String sender);

    /** Undo; needs {@code contacts.handle}. */
    void lift(Access access, UUID id);

    /**
     * @param suspected a mail filter that we trust takes it for spam; otherwise its sender is blocked
     * @param blocks what keeps its sender out now; empty when that was lifted meanwhile
     */
    @Schema(name = "HeldMail")
    record Held(EnvelopeId id, List<BrandId> brands, String sender, @Nullable String subject, Instant receivedAt, long size,
                boolean suspected, List<Blocked> blocks) {}

    record Blocked(UUID id, BrandId brand, String sender, Instant blockedAt) {}
}
