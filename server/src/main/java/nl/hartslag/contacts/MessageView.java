package nl.hartslag.contacts;

import java.time.Instant;
import java.util.List;
import nl.hartslag.contacts.ConversationView.Recipient;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * @param direction {@code in}, {@code out}, {@code note} or {@code event}
 * @param authorKind {@code customer}, {@code user} or {@code system}
 * @param foldedText the quoted history, folded away
 * @param senderProven whether the sender of what came in showed that the address is his; absent for what did not come in, and
 *                     where it was not kept
 * @param recipients what a mail of a person went to, as far as that was kept
 * @param clientKey as the sender gave it, so that a screen recognises its own message
 */
public record MessageView(
        MessageId id,
        int seq,
        String direction,
        String authorKind,
        @Nullable UserId authorId,
        String authorName,
        Instant at,
        String text,
        @Nullable String foldedText,
        @Nullable String html,
        @Nullable String foldedHtml,
        boolean remoteImages,
        boolean automatic,
        @Nullable Boolean senderProven,
        String purpose,
        @Nullable String clientKey,
        @Nullable EnvelopeId envelope,
        Delivery delivery,
        @Nullable String deliveryDetail,
        List<Recipient> recipients,
        List<AttachmentView> attachments) {

    /** For whoever may not see who else got it. */
    public MessageView withoutRecipients() {
        return recipients.isEmpty() ? this : new MessageView(id, seq, direction, authorKind, authorId, authorName, at, text, foldedText, html, foldedHtml, remoteImages,
                automatic, senderProven, purpose, clientKey, envelope, delivery, deliveryDetail, List.of(), attachments);
    }

    /**
     * @param type    media type by its content, as far as that says
     * @param program it can do something on the machine of whoever opens it, whatever it calls itself
     */
    public record AttachmentView(
            AttachmentId id, String name, String type, long size, @Nullable String contentId, boolean inline, boolean program) {}
}
