package nl.hartslag.contacts;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Messages that did not reach the customer. People who see the outbox see those of their brands; everyone who handles
 * contacts sees his own. What may not be seen is {@code undelivered/not-found}.
 */
public interface Undelivered {
    /**
     * Newest first.
     *
     * @param trouble one kind only; without it everything that still asks for something, so nothing that was given up
     * @param search in subject, address and reason
     * @param mine only what this person wrote
     */
    Page<Item> list(Access access, @Nullable Trouble trouble, @Nullable String search, boolean mine, @Nullable String cursor, int limit);

    /** How many ask for something; what the person may not see counts as nothing. */
    Counts counts(Access access);

    /**
     * Sends it once more, now. Refused with {@code undelivered/not-stuck} when it left meanwhile, or with
     * {@code undelivered/being-sent} while it is being tried.
     */
    void again(Access access, MessageId message);

    /** Tries no more, and takes it off the list; what follows it in the conversation goes on. Refused as above. */
    void giveUp(Access access, MessageId message);

    enum Trouble {
        /** A passing fault; tried again by itself. */
        RETRYING,
        /** Will not leave by itself any more. */
        FAILED,
        /** Left, and came back. */
        BOUNCED,
        /** A person decided that it need not arrive. */
        GIVEN_UP
    }

    /**
     * @param address the customer's, absent when nobody was to get it
     * @param why a code, followed by {@code ": "} and the far side's own words where it gave any
     * @param nextTry while it is tried again by itself
     */
    record Item(
            MessageId message,
            ConversationId conversation,
            BrandId brand,
            String channel,
            String purpose,
            String subject,
            String author,
            @Nullable String address,
            Trouble trouble,
            Instant since,
            @Nullable String why,
            int attempts,
            @Nullable Instant nextTry) {}

    /** @param mine of those, the ones this person wrote that are not tried again by themselves */
    @Schema(name = "UndeliveredCounts")
    record Counts(int retrying, int failed, int bounced, int mine) {}
}
