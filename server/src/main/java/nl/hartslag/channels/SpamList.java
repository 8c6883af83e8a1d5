package nl.hartslag.channels;

import java.time.Instant;
import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/** Senders kept out of a brand's inbox. Their mail is stored and refused, so that it can be taken in after all. */
public interface SpamList {
    /** Blocked now, newest first; needs {@code intake.view}. */
    Page<Blocked> blocked(Access access, @Nullable String cursor, int limit);

    /**
     * Blocks an address, or a whole domain written as {@code @domain}. Blocking twice is blocking once. Needs
     * {@code contacts.handle}: whoever gets the spam may stop it.
     */
    Blocked block(Access access, BrandId brand, String sender);

    /** Undo; needs {@code contacts.handle}. */
    void lift(Access access, UUID id);

    record Blocked(UUID id, BrandId brand, String sender, Instant blockedAt) {}
}
