package nl.hartslag.channels;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.MessageId;
import nl.hartslag.shared.Page;
import org.jspecify.annotations.Nullable;

/** Mail that left, or would have left where no relay is set. Everything needs {@code outbox.view}. */
public interface Outbox {
    /** Newest first. @param search in recipient and subject */
    Page<SentMail> mails(Access access, @Nullable Purpose purpose, @Nullable String search, @Nullable String cursor, int limit);

    SentDetail mail(Access access, UUID id);

    /** The caller closes the stream. */
    InputStream raw(Access access, UUID id);

    /** What a mail is for; an invitation asks for an opinion, a consult a department. */
    enum Purpose {
        CONVERSATION, ACKNOWLEDGEMENT, INVITATION, NOTICE, CONSULT;

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param purpose the key of a {@link Purpose} */
    record SentMail(UUID id, MessageId message, BrandId brand, String sender, List<String> recipients, String subject,
                    String purpose, long size, Instant at) {}

    /** @param html complete, for a frame without scripts; @param headers in their order, decoded */
    record SentDetail(SentMail mail, String text, @Nullable String html, List<Header> headers, List<String> attachments) {}

    record Header(String name, String value) {}
}
