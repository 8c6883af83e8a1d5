package nl.hartslag.simulator.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as its reader sees it.
 *
 * @param replyTo   where an answer goes
 * @param automatic written by a machine (RFC 3834)
 * @param html      empty when there is none
 */
public record Incoming(
        String messageId, String fromName, String replyTo, String subject, String text, String html, boolean automatic) {
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern SURVEY = Pattern.compile("https?://[^\\s\"'<>]+/s/[A-Za-z0-9_.~-]+");

    public static Incoming read(byte[] bytes) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            InternetAddress from = (InternetAddress) message.getFrom()[0];
            InternetAddress replyTo = (InternetAddress) message.getReplyTo()[0];
            String automatic = message.getHeader("Auto-Submitted", null);
            return new Incoming(message.getMessageID(), Optional.ofNullable(from.getPersonal()).orElse(from.getAddress()),
                    replyTo.getAddress(), Optional.ofNullable(message.getSubject()).orElse(""), find(message, "text/plain"),
                    find(message, "text/html"), automatic != null && !automatic.equalsIgnoreCase("no"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the survey it asks to answer, without a score. */
    public Optional<String> survey() {
        Matcher link = SURVEY.matcher(html + "\n" + text);
        return link.find() ? Optional.of(link.group()) : Optional.empty();
    }

    private static String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) return part.getContent().toString();
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String found = find(inner, type);
                if (!found.isEmpty()) return found;
            }
        }
        return "";
    }
}
