package nl.hartslag.channels.internal.email.send;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import nl.hartslag.channels.internal.email.EmailSettings.Tls;
import nl.hartslag.contacts.OutboundChannel.Outcome;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * One way out: an SMTP server that takes our mail.
 *
 * @param user empty without authentication
 */
public record MailRelay(String host, int port, Tls tls, String user, String password) {
    private static final String CONNECT_MILLISECONDS = "10000";
    private static final String READ_MILLISECONDS = "60000";

    /** @param returnPath where bounces go; empty for none */
    Outcome send(byte[] mail, String returnPath, List<String> recipients, String messageId) {
        Properties properties = properties();
        properties.put("mail.smtp.from", returnPath.isEmpty() ? "<>" : returnPath);
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport(tls == Tls.TLS ? "smtps" : "smtp")) {
            Address[] to = new Address[recipients.size()];
            for (int i = 0; i < to.length; i++) to[i] = new InternetAddress(recipients.get(i), true);
            connect(transport);
            transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(mail)), to);
            return new Outcome.Sent(messageId);
        } catch (AuthenticationFailedException refusedUs) {
            return new Outcome.Later("the mail relay does not accept our log-in", Optional.empty());
        } catch (MessagingException failed) {
            return outcome(failed);
        }
    }

    /** Logs in and out again. @throws MessagingException when that does not work */
    public void test() throws MessagingException {
        try (Transport transport = Session.getInstance(properties()).getTransport(tls == Tls.TLS ? "smtps" : "smtp")) {
            connect(transport);
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (user.isEmpty()) transport.connect(host, port, null, null);
        else transport.connect(host, port, user, password);
    }

    /** A reply of 5xx is final, everything else may pass. */
    private static Outcome outcome(MessagingException failed) {
        int code = 0;
        for (Exception at = failed; at != null; at = at instanceof MessagingException m ? m.getNextException() : null) {
            if (at instanceof SMTPAddressFailedException address) code = Math.max(code, address.getReturnCode());
            if (at instanceof SMTPSendFailedException send) code = Math.max(code, send.getReturnCode());
        }
        String why = code == 0 ? "the mail relay cannot be reached" : "the mail relay answered " + code;
        return code >= 500 ? new Outcome.Refused(why) : new Outcome.Later(why, Optional.empty());
    }

    private Properties properties() {
        Properties properties = new Properties();
        for (String protocol : List.of("mail.smtp.", "mail.smtps.")) {
            properties.put(protocol + "connectiontimeout", CONNECT_MILLISECONDS);
            properties.put(protocol + "timeout", READ_MILLISECONDS);
            properties.put(protocol + "writetimeout", READ_MILLISECONDS);
            properties.put(protocol + "auth", String.valueOf(!user.isEmpty()));
            properties.put(protocol + "ssl.checkserveridentity", "true");
        }
        if (tls == Tls.STARTTLS) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
        return properties;
    }
}
