package nl.hartslag.channels.internal.email.compose;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a mail as MIME: text and HTML as alternatives, attachments beside them. */
public final class MailComposer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    /** Enough for every client to find the thread, and no endless header. */
    private static final int MOST_REFERENCES = 30;

    /** Made once: a session looks through every jar for its providers. */
    private static final Session SESSION = session(false);
    private static final Session UTF8_SESSION = session(true);

    private MailComposer() {}

    private static Session session(boolean utf8Addresses) {
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", String.valueOf(utf8Addresses));
        properties.put("mail.mime.encodefilename", "false");
        return Session.getInstance(properties);
    }

    /** @throws IllegalArgumentException when an address cannot stand in a header: such a mail never leaves */
    public static byte[] compose(OutgoingMail mail) {
        try {
            boolean ascii = Stream.concat(mail.to().stream(), mail.cc().stream()).allMatch(MailComposer::isAscii);
            Written message = new Written(ascii ? SESSION : UTF8_SESSION, mail.messageId());
            headers(mail, message);
            body(mail, message);
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (AddressException invalid) {
            throw new IllegalArgumentException("address cannot be used");
        } catch (MessagingException | IOException unexpected) {
            throw new UncheckedIOException(new IOException(unexpected));
        }
    }

    /** Other addresses need a server that speaks SMTPUTF8 (RFC 6531). */
    public static boolean isAscii(String address) {
        return address.chars().allMatch(c -> c < 128);
    }

    private static void headers(OutgoingMail mail, MimeMessage message) throws MessagingException, IOException {
        message.setFrom(new InternetAddress(mail.from(), oneLine(mail.fromName()), UTF_8));
        message.setReplyTo(new InternetAddress[] {new InternetAddress(mail.replyTo(), oneLine(mail.fromName()), UTF_8)});
        for (String to : mail.to()) message.addRecipient(Message.RecipientType.TO, strict(to));
        for (String cc : mail.cc()) message.addRecipient(Message.RecipientType.CC, strict(cc));
        message.setSubject(oneLine(mail.subject()), UTF_8);
        message.setSentDate(Date.from(mail.date()));
        List<String> chain = mail.references();
        if (!chain.isEmpty()) {
            message.setHeader("In-Reply-To", "<" + chain.getLast() + ">");
            message.setHeader("References", folded(chain));
        }
        switch (mail.automatic()) {
            case NO -> { }
            case REPLIED -> silent(message, "auto-replied");
            case GENERATED -> silent(message, "auto-generated");
        }
        if (mail.unsubscribe().isPresent()) {
            message.setHeader("List-Unsubscribe", "<" + oneLine(mail.unsubscribe().get()) + ">");
            if (mail.unsubscribe().get().startsWith("https:")) message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static void silent(MimeMessage message, String how) throws MessagingException {
        message.setHeader("Auto-Submitted", how);
        message.setHeader("X-Auto-Response-Suppress", "All");
    }

    private static InternetAddress strict(String address) throws AddressException {
        return new InternetAddress(address, true);
    }

    /** The first one starts the thread and the last ones are what clients look at. */
    private static String folded(List<String> chain) {
        List<String> kept = new ArrayList<>(chain);
        if (kept.size() > MOST_REFERENCES) kept.subList(1, kept.size() - MOST_REFERENCES + 1).clear();
        return String.join("\r\n ", kept.stream().map(id -> "<" + id + ">").toList());
    }

    private static void body(OutgoingMail mail, MimeMessage message) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(mail.html().orElseGet(() -> PlainHtml.of(mail.text())), UTF_8, "html");
        MimeMultipart alternatives = new MimeMultipart("alternative", text, html);
        if (mail.attachments().isEmpty()) {
            message.setContent(alternatives);
            return;
        }
        MimeBodyPart readable = new MimeBodyPart();
        readable.setContent(alternatives);
        MimeMultipart all = new MimeMultipart("mixed", readable);
        for (OutgoingMail.Attachment attachment : mail.attachments()) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new Source(attachment)));
            part.setFileName(oneLine(attachment.name()));
            part.setDisposition("attachment");
            all.addBodyPart(part);
        }
        message.setContent(all);
    }

    /** A line break in a header would let a name or subject write headers of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static final class Written extends MimeMessage {
        private final String id;

        Written(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }

    private record Source(OutgoingMail.Attachment attachment) implements DataSource {
        @Override
        public InputStream getInputStream() throws IOException {
            return attachment.content().open();
        }

        @Override
        public @Nullable OutputStream getOutputStream() {
            throw new UnsupportedOperationException("attachments are read only");
        }

        @Override
        public String getContentType() {
            boolean container = attachment.mediaType().startsWith("multipart/") || attachment.mediaType().startsWith("message/");
            return container ? "application/octet-stream" : attachment.mediaType();
        }

        @Override
        public String getName() {
            return attachment.name();
        }
    }
}
