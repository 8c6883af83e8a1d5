package nl.hartslag.contacts;

import java.time.Instant;
import nl.hartslag.shared.ConversationId;
import org.jspecify.annotations.Nullable;

/**
 * A message from the system to the customer.
 *
 * @param purpose {@code acknowledgement}, {@code invitation} or {@code notice}
 * @param html    complete and safe; channels without markup send the text
 * @param unsubscribeUrl for the List-Unsubscribe header of mail
 */
public record SystemMessage(
        ConversationId conversation,
        String purpose,
        String subject,
        String text,
        @Nullable String html,
        String clientKey,
        Instant notBefore,
        @Nullable String unsubscribeUrl) {}
