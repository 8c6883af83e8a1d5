package nl.hartslag.contacts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;

/**
 * A customer's message as a channel adapter understood it.
 *
 * @param conversation the conversation it continues; empty starts a new one
 * @param medium       {@code chat} or {@code mail}: how it is handled and counted against capacity
 * @param address      ours, to which it came; routing may choose by it
 * @param externalId   the provider's id of the message
 * @param clientKey    unique within the conversation; the same key twice is one message
 * @param automatic    written by a machine: placed and shown, never acknowledged, opens no contact on its own when it
 *                     answers something of ours
 * @param senderProven the sender showed that the address is his (DMARC, signed identity)
 * @param html         already sanitised
 * @param participants addresses on the message that are not ours, first where the answer goes; of a sender who is not proven
 *                     only that one gets answers, the others when a person says so
 */
public record InboundMessage(
        Optional<ConversationId> conversation,
        BrandId brand,
        CustomerId customer,
        String customerName,
        String channel,
        String medium,
        @Nullable AccountId account,
        @Nullable String address,
        @Nullable EnvelopeId envelope,
        @Nullable String externalId,
        String clientKey,
        Instant at,
        String subject,
        @Nullable String language,
        String text,
        @Nullable String foldedText,
        @Nullable String html,
        @Nullable String foldedHtml,
        boolean remoteImages,
        boolean automatic,
        boolean senderProven,
        Optional<ReasonId> reason,
        List<String> participants,
        List<NewAttachment> attachments) {

    /** The same, as the beginning of a conversation. */
    public InboundMessage anew() {
        return new InboundMessage(Optional.empty(), brand, customer, customerName, channel, medium, account, address, envelope, externalId, clientKey, at,
                subject, language, text, foldedText, html, foldedHtml, remoteImages, automatic, senderProven, reason, participants, attachments);
    }

    /** @param hash of the bytes in the blob store */
    public record NewAttachment(
            String name, String type, long size, String hash, @Nullable String contentId, boolean inline) {}
}
