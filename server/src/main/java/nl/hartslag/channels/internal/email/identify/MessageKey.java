package nl.hartslag.channels.internal.email.identify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import nl.hartslag.channels.internal.email.parse.MailAttachment;
import nl.hartslag.channels.internal.email.parse.ParsedMail;

/**
 * What makes two received mails the same mail. Message ids are reused in the field and sometimes missing, so the content decides:
 * same id and same content is the same mail; same id with other content is another.
 *
 * @param value       unique key of the mail
 * @param contentHash SHA-256 of what stays the same on every route (no trace headers)
 */
public record MessageKey(String value, String contentHash) {

    public static MessageKey of(ParsedMail mail) {
        String content = contentHash(mail);
        String key = mail.messageId().map(id -> hash(id) + ":" + content).orElse(content);
        return new MessageKey(key, content);
    }

    private static String contentHash(ParsedMail mail) {
        StringBuilder content = new StringBuilder();
        part(content, mail.from().map(from -> from.address()).orElse(""));
        part(content, mail.date().map(date -> String.valueOf(date.getEpochSecond())).orElse(""));
        part(content, mail.subject());
        part(content, words(mail.text()));
        part(content, words(mail.html()));
        mail.attachments().stream().sorted(Comparator.comparing((MailAttachment a) -> a.content().hash()).thenComparing(MailAttachment::name))
                .forEach(a -> part(content, a.name() + " " + a.content().hash()));
        return hash(content.toString());
    }

    /** White space differs between routes (line ends, trailing blanks), words do not. */
    private static String words(Optional<String> text) {
        return text.orElse("").replaceAll("\\s+", " ").strip();
    }

    /** With its length before it, so that no two different mails write the same line of characters. */
    private static void part(StringBuilder content, String value) {
        content.append(value.length()).append(':').append(value).append('\n');
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
