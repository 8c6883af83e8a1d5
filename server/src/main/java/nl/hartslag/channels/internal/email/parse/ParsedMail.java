package nl.hartslag.channels.internal.email.parse;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mail as far as it could be read. Nothing in it is trusted: addresses are claims, HTML is not yet sanitised.
 *
 * @param messageId  without angle brackets
 * @param inReplyTo  message ids, in order
 * @param references message ids, oldest first
 * @param date       what the sender's clock said
 * @param text       the plain text version, if the mail has one
 * @param html       the HTML version, if the mail has one
 * @param machineParts delivery reports and calendar items, which are attachments as well
 */
public record ParsedMail(
        MailHeaders headers,
        Optional<String> messageId,
        List<String> inReplyTo,
        List<String> references,
        Optional<MailAddress> from,
        List<MailAddress> replyTo,
        List<MailAddress> to,
        List<MailAddress> cc,
        Optional<Instant> date,
        String subject,
        String mediaType,
        Optional<String> text,
        Optional<String> html,
        List<MailAttachment> attachments,
        List<MachinePart> machineParts,
        Set<MailNote> notes) {

    /**
     * @param mediaType for example {@code message/delivery-status}
     * @param text      its beginning, as text
     */
    public record MachinePart(String mediaType, String text) {}
}
