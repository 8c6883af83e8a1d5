package nl.hartslag.channels.internal.email.compose;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail before it is written out.
 *
 * @param messageId   without angle brackets; the same for every try to send it
 * @param fromName    what the customer sees as sender
 * @param from        our address
 * @param replyTo     address with the token of the conversation
 * @param references  message ids of the conversation, oldest first; the last one is what this answers
 * @param automatic   how a machine wrote it, if one did
 * @param unsubscribe web address for List-Unsubscribe
 */
public record OutgoingMail(
        String messageId,
        Instant date,
        String fromName,
        String from,
        String replyTo,
        List<String> to,
        List<String> cc,
        String subject,
        String text,
        Optional<String> html,
        List<String> references,
        Automatic automatic,
        Optional<String> unsubscribe,
        List<Attachment> attachments) {

    /** RFC 3834: an answer to a mail, a notice on our own account, or a person's words. */
    public enum Automatic { NO, REPLIED, GENERATED }

    /** @param content opened once, when the mail is written out */
    public record Attachment(String name, String mediaType, Content content) {}

    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
