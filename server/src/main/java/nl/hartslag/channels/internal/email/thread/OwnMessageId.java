package nl.hartslag.channels.internal.email.thread;

import java.util.Optional;
import java.util.UUID;
import nl.hartslag.shared.MessageId;

/**
 * The Message-ID of a mail of ours names the message it is. So an answer finds its conversation also when it comes back before
 * it was recorded that the mail left.
 */
public final class OwnMessageId {
    private OwnMessageId() {}

    public static String of(MessageId message, String domain) {
        return message + "@" + domain;
    }

    /** Empty for an id that no mail of ours can have. */
    public static Optional<MessageId> read(String externalId) {
        int at = externalId.indexOf('@');
        try {
            return at < 0 ? Optional.empty() : Optional.of(new MessageId(UUID.fromString(externalId.substring(0, at))));
        } catch (IllegalArgumentException someoneElses) {
            return Optional.empty();
        }
    }
}
