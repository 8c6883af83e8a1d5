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
import java.util.regex.Pattern;
import nl.hartslag.channels.internal.email.EmailSettings.Tls;
import nl.hartslag.channels.internal.email.compose.MailComposer;
import nl.hartslag.contacts.OutboundChannel.Outcome;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * One way out: an SMTP server that takes our mail.
 *
 * @param user empty without authentication
 * @param hostName how we call ourselves; many servers turn away who says localhost
 */
public record MailRelay(String host, int port, Tls tls, String user, String password, String hostName) {
    private static final String CONNECT_MILLISECONDS = "10000";
    private static final String READ_MILLISECONDS = "60000";
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>:;,]+@[^\\s<>:;,]+>?");
    private static final int LONGEST_REASON = 300;

    /** @param returnPath where bounces go; empty for none */
    Outcome send(byte[] mail, String returnPath, List<String> recipients, String messageId) {
        Properties properties = properties();
        for (String protocol : List.of("mail.smtp.", "mail.smtps.")) properties.put(protocol + "from", returnPath.isEmpty() ? "<>" : returnPath);
        if (!recipients.stream().allMatch(MailComposer::isAscii)) properties.put("mail.mime.allowutf8", "true");
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport(tls == Tls.TLS ? "smtps" : "smtp")) {
            Address[] to = new Address[recipients.size()];
            for (int i = 0; i < to.length; i++) to[i] = new InternetAddress(recipients.get(i), true);
            connect(transport);
            transport.sendMessage(new MimeMessage(session, new ByteArrayInputStream(mail)), to);
            return new Outcome.Sent(messageId);
        } catch (AuthenticationFailedException refusedUs) {
            return new Outcome.Later("relay-login", Optional.empty());
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
        String words = "";
        for (Exception at = failed; at != null; at = at instanceof MessagingException m ? m.getNextException() : null) {
            int said = at instanceof SMTPAddressFailedException address ? address.getReturnCode()
                    : at instanceof SMTPSenderFailedException sender ? sender.getReturnCode()
                    : at instanceof SMTPSendFailedException send ? send.getReturnCode() : 0;
            if (said <= code) continue;
            code = said;
            words = at.getMessage();
        }
        if (code == 0) return new Outcome.Later("relay-unreachable", Optional.empty());
        String why = "relay-answered: " + readable(code, words);
        return code >= 500 ? new Outcome.Refused(why) : new Outcome.Later(why, Optional.empty());
    }

    /** The far side's words on one line, without addresses: people who may not see those read it as well. */
    private static String readable(int code, @Nullable String words) {
        String line = words == null ? "" : ADDRESS.matcher(words).replaceAll("…").replaceAll("\\s+", " ").strip();
        String whole = line.startsWith(String.valueOf(code)) ? line : (code + " " + line).strip();
        return whole.length() <= LONGEST_REASON ? whole : whole.substring(0, LONGEST_REASON);
    }

    private Properties properties() {
        Properties properties = new Properties();
        for (String protocol : List.of("mail.smtp.", "mail.smtps.")) {
            properties.put(protocol + "connectiontimeout", CONNECT_MILLISECONDS);
            properties.put(protocol + "timeout", READ_MILLISECONDS);
            properties.put(protocol + "writetimeout", READ_MILLISECONDS);
            properties.put(protocol + "auth", String.valueOf(!user.isEmpty()));
            properties.put(protocol + "ssl.checkserveridentity", "true");
            if (!hostName.isBlank() && !hostName.equals("localhost")) properties.put(protocol + "localhost", hostName);
        }
        if (tls == Tls.STARTTLS) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
        return properties;
    }
}
