package nl.hartslag.channels.internal.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import nl.hartslag.channels.internal.email.parse.AttachmentStore;
import nl.hartslag.channels.internal.email.parse.MailLimits;
import nl.hartslag.channels.internal.email.parse.MailParser;
import nl.hartslag.channels.internal.email.parse.ParsedMail;

/** Mails for tests, written as they arrive: header lines and body in one text, lines ended by CRLF on the way in. */
public final class Mails {
    private Mails() {}

    public static byte[] bytes(String mail) {
        return bytes(mail, StandardCharsets.UTF_8);
    }

    public static byte[] bytes(String mail, Charset charset) {
        return mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(charset);
    }

    public static ParsedMail parse(String mail) {
        return parse(bytes(mail));
    }

    public static ParsedMail parse(byte[] mail) {
        return parse(mail, MailLimits.USUAL);
    }

    public static ParsedMail parse(byte[] mail, MailLimits limits) {
        try {
            return new MailParser(limits, Mails::hashed).parse(new ByteArrayInputStream(mail));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a mail server says about a mail we sent (RFC 3464). */
    public static String deliveryReport(String action, String originalId, String originalType) {
        return """
                From: MAILER-DAEMON@mx.example
                To: service@demo.example
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=B

                --B
                Content-Type: text/plain

                Het is niet gelukt.
                --B
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; jan@klant.example
                Action: %s
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <jan@klant.example>: unknown
                 user
                --B
                Content-Type: %s

                From: service@demo.example
                Message-ID: <%s>
                Subject: Re: pakket

                --B--
                """.formatted(action, originalType, originalId);
    }

    /** A simple question of a customer, with one thing changed at a time. */
    public static Draft aMail() {
        return new Draft();
    }

    public static final class Draft {
        private final List<String> headers = new ArrayList<>(List.of(
                "From: Jan Jansen <jan@klant.example>", "To: service@demo.example", "Subject: Waar blijft mijn pakket?",
                "Date: Mon, 23 Nov 2026 10:00:00 +0100", "Message-ID: <een@klant.example>",
                "Content-Type: text/plain; charset=utf-8"));
        private String body = "Hallo, waar blijft mijn pakket?\n";

        public Draft with(String name, String value) {
            headers.removeIf(h -> h.toLowerCase().startsWith(name.toLowerCase() + ":"));
            headers.add(name + ": " + value);
            return this;
        }

        public Draft without(String name) {
            headers.removeIf(h -> h.toLowerCase().startsWith(name.toLowerCase() + ":"));
            return this;
        }

        public Draft body(String text) {
            body = text;
            return this;
        }

        public byte[] bytes() {
            return Mails.bytes(String.join("\n", headers) + "\n\n" + body);
        }

        public ParsedMail parsed() {
            return Mails.parse(bytes());
        }
    }

    private static AttachmentStore.Stored hashed(InputStream content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[8192];
            long size = 0;
            for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                digest.update(buffer, 0, n);
                size += n;
            }
            return new AttachmentStore.Stored(HexFormat.of().formatHex(digest.digest()), size);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
