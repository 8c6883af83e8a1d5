package nl.hartslag.channels.internal.email.parse;

import java.util.Optional;

/**
 * A part that is not shown as text.
 *
 * @param name      file name without folders or control characters; made from the type if the mail gives none
 * @param mediaType what it is by its content, else the declared type; lower case, {@code application/octet-stream} if unknown
 * @param contentId without angle brackets; images in the HTML refer to it
 * @param inline    meant to be shown inside the text
 */
public record MailAttachment(String name, String mediaType, Optional<String> contentId, boolean inline,
                             AttachmentStore.Stored content) {}
