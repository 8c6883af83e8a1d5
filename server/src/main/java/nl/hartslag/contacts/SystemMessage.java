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
 * @param elsewhere what is said in the conversation where this cannot leave as a mail; with it, text and html are a mail that
 *     goes to the address the customer gave, whatever the conversation's channel
 */
public record SystemMessage(
        ConversationId conversation,
        String purpose,
        String subject,
        String text,
        @Nullable String html,
        String clientKey,
        Instant notBefore,
        @Nullable String unsubscribeUrl,
        @Nullable String elsewhere) {
    /** For the conversation's own channel. */
    public SystemMessage(
            ConversationId conversation,
            String purpose,
            String subject,
            String text,
            @Nullable String html,
            String clientKey,
            Instant notBefore,
            @Nullable String unsubscribeUrl) {
        this(conversation, purpose, subject, text, html, clientKey, notBefore, unsubscribeUrl, null);
    }
}
