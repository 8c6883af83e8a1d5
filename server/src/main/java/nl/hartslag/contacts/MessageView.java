package nl.hartslag.contacts;

import java.time.Instant;
import java.util.List;
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
        List<AttachmentView> attachments) {

    /**
     * @param type    media type by its content, as far as that says
     * @param program it can do something on the machine of whoever opens it, whatever it calls itself
     */
    public record AttachmentView(
            AttachmentId id, String name, String type, long size, @Nullable String contentId, boolean inline, boolean program) {}
}
