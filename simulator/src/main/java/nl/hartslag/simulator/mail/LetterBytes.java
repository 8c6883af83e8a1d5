package nl.hartslag.simulator.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** Letters as they go over the line. */
public final class LetterBytes {
    private static final Session SESSION = Session.getInstance(new Properties());

    private LetterBytes() {}

    public static byte[] of(Letter letter) {
        return of(letter, Map.of());
    }

    public static byte[] of(Letter letter, Map<String, String> extraHeaders) {
        try {
            MimeMessage message = new WithOwnId(letter.messageId());
            message.setFrom(new InternetAddress(letter.from(), letter.fromName(), "UTF-8"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
            message.setSubject(letter.subject(), "UTF-8");
            message.setSentDate(new Date());
            message.setHeader("Authentication-Results", wordOfTheRelay(letter.from()));
            letter.quoted().ifPresent(answered -> refer(message, answered.messageId()));
            for (var header : extraHeaders.entrySet()) message.setHeader(header.getKey(), header.getValue());
            if (letter.photo()) {
                MimeMultipart mixed = new MimeMultipart("mixed");
                mixed.addBodyPart(body(letter));
                mixed.addBodyPart(photo());
                message.setContent(mixed);
            } else {
                fill(message, letter);
            }
            message.saveChanges();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** These customers' mail comes through a relay that checked who they are; the product is told which relay it may believe. */
    private static String wordOfTheRelay(String from) {
        return "mx.demo.example; dmarc=pass header.from=" + from.substring(from.lastIndexOf('@') + 1);
    }

    private static void refer(MimeMessage message, String id) {
        try {
            message.setHeader("In-Reply-To", id);
            message.setHeader("References", id);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MimeBodyPart body(Letter letter) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        fill(part, letter);
        return part;
    }

    private static void fill(jakarta.mail.internet.MimePart part, Letter letter) throws MessagingException {
        switch (letter.style()) {
            case PLAIN -> part.setText(plain(letter), "UTF-8");
            case LATIN_1 -> part.setText(plain(letter), "windows-1252");
            case HTML_ONLY -> part.setText(html(letter), "UTF-8", "html");
            case BOTH -> {
                MimeMultipart both = new MimeMultipart("alternative");
                MimeBodyPart text = new MimeBodyPart();
                text.setText(plain(letter), "UTF-8");
                MimeBodyPart html = new MimeBodyPart();
                html.setText(html(letter), "UTF-8", "html");
                both.addBodyPart(text);
                both.addBodyPart(html);
                part.setContent(both);
            }
        }
    }

    private static String plain(Letter letter) {
        return letter.text() + letter.quoted().map(answered -> "\n\n" + answered.wroteLine() + "\n"
                + answered.text().lines().map(line -> "> " + line).collect(Collectors.joining("\n"))).orElse("");
    }

    private static String html(Letter letter) {
        return "<html><body style=\"font-family:Calibri,sans-serif\">" + paragraphs(letter.text())
                + letter.quoted().map(answered -> "<div class=\"gmail_quote\"><div class=\"gmail_attr\">"
                        + escape(answered.wroteLine()) + "<br></div><blockquote class=\"gmail_quote\">"
                        + paragraphs(answered.text()) + "</blockquote></div>").orElse("")
                + "</body></html>";
    }

    private static String paragraphs(String text) {
        return text.lines().map(line -> line.isBlank() ? "<br>" : "<div>" + escape(line) + "</div>")
                .collect(Collectors.joining("\n"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static MimeBodyPart photo() throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(Photo.PNG, "image/png")));
        part.setFileName("foto.png");
        return part;
    }

    /** Jakarta Mail makes up an id of its own on saving unless it is told not to. */
    private static final class WithOwnId extends MimeMessage {
        private final String id;

        WithOwnId(String id) {
            super(SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
