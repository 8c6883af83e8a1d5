package nl.hartslag.channels;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/** Mail that left, or would have left where no relay is set. Everything needs {@code outbox.view}. */
public interface Outbox {
    /** Newest first. @param search in recipient and subject */
    Page<SentMail> mails(Access access, @Nullable String purpose, @Nullable String search, @Nullable String cursor, int limit);

    SentDetail mail(Access access, UUID id);

    /** The caller closes the stream. */
    InputStream raw(Access access, UUID id);

    /** @param purpose {@code conversation}, {@code acknowledgement}, {@code invitation} or {@code notice} */
    record SentMail(UUID id, MessageId message, BrandId brand, String sender, List<String> recipients, String subject,
                    String purpose, long size, Instant at) {}

    /** @param html complete, for a frame without scripts; @param headers in their order, decoded */
    record SentDetail(SentMail mail, String text, @Nullable String html, List<Header> headers, List<String> attachments) {}

    record Header(String name, String value) {}
}
