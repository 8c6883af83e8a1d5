package nl.hartslag.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import org.jspecify.annotations.Nullable;

/** What a channel adapter implements so that messages can leave. Called outside any transaction. */
public interface OutboundChannel {
    String channel();

    /**
     * Whether it can send mail in the name of this brand: then it also takes what is to be a mail in conversations of other
     * channels.
     */
    default boolean sendsMailOf(BrandId brand) {
        return false;
    }

    /** Whether mail to this address comes back to us. */
    default boolean ours(String address) {
        return false;
    }

    /** Sends one message. The same message may come again after a crash: send it under the same external id. */
    Outcome send(OutboundMessage message);

    /** How it went. */
    sealed interface Outcome {
        /** @param externalId the provider's id */
        record Sent(@Nullable String externalId) implements Outcome {}

        /** A passing fault: tried again after a back-off, or after {@code notBefore}. */
        record Later(String why, Optional<Instant> notBefore) implements Outcome {}

        /** Will never work: shown at the message and in the list of messages that could not leave. */
        record Refused(String why) implements Outcome {}
    }

    /**
     * @param to addresses of the customer's side
     * @param bcc        get it as well, and stand in nothing that the others can read
     * @param purpose    of a message to the customer as in {@link MessageView}, or {@link #CONSULT}
     * @param references external ids of the conversation's messages, oldest first
     * @param consult    the question to a department that it carries; whoever answers it answers that
     */
    record OutboundMessage(
            MessageId id,
            ConversationId conversation,
            BrandId brand,
            @Nullable AccountId account,
            String subject,
            @Nullable String language,
            String authorName,
            String text,
            @Nullable String html,
            String purpose,
            boolean automatic,
            @Nullable String unsubscribeUrl,
            List<String> to,
            List<String> cc,
            List<String> bcc,
            List<String> references,
            List<InboundMessage.NewAttachment> attachments,
            @Nullable UUID consult) {
        /** What a colleague asks a department. */
        public static final String CONSULT = "consult";
    }
}
