package nl.hartslag.customers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.StoryId;
import org.jspecify.annotations.Nullable;

/**
 * The story behind a customer: what matters to him ("a present for his nephew, who got his swimming diploma"), written down by whoever
 * heard it and seen at the next contact. Reading needs {@code customers.view}, writing {@code customers.change}; of a customer one may
 * not see there is none.
 */
public interface Stories {
    /** Newest first, page by page. */
    Page<Story> of(Access access, CustomerId customer, @Nullable String cursor, int limit);

    /** @param text at most 1,000 characters */
    Story add(Access access, CustomerId customer, String text);

    /** Refused with {@code customers/story-changed} when somebody changed it after {@code version}. */
    Story change(Access access, StoryId story, String text, int version);

    /** Takes it away; {@link #restore} puts it back. Both are harmless when repeated. */
    void remove(Access access, StoryId story);

    void restore(Access access, StoryId story);

    /** @param changedAt when it was last changed; absent when it never was */
    @Schema(name = "CustomerStory")
    record Story(StoryId id, String text, String author, Instant writtenAt, @Nullable Instant changedAt, int version) {}
}
