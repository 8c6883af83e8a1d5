package nl.hartslag.channels.internal.email.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccounts;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.intake.IncomingEnvelope;
import nl.hartslag.channels.internal.intake.IntakeBatches;
import nl.hartslag.channels.internal.intake.Spool;
import nl.hartslag.shared.BrandId;
import org.springframework.dao.DataAccessException;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail as the sender hands it over. 250 is said after the commit, and only then. */
class SmtpDelivery implements MessageHandler {
    private final MessageContext context;
    private final EmailAccounts accounts;
    private final IntakeBatches intake;
    private final int maxSize;
    private String sender = "";
    private final Set<String> recipients = new LinkedHashSet<>();
    private final Set<BrandId> brands = new LinkedHashSet<>();

    SmtpDelivery(MessageContext context, EmailAccounts accounts, IntakeBatches intake, int maxSize) {
        this.context = context;
        this.accounts = accounts;
        this.intake = intake;
        this.maxSize = maxSize;
    }

    @Override
    public void from(String from) {
        sender = MailAddress.of(from).map(MailAddress::address).orElse("");
    }

    @Override
    public void recipient(String recipient) throws RejectException {
        Optional<MailAddress> address = MailAddress.of(recipient);
        Optional<EmailAccount> account;
        try {
            account = address.flatMap(accounts::recipient);
        } catch (DataAccessException unreachable) {
            throw later();
        }
        EmailAccount ours = account.orElseThrow(() -> new RejectException(550, "5.1.1 This address does not receive mail here"));
        recipients.add(address.orElseThrow().address());
        brands.add(ours.brand());
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        try (Spool content = Spool.read(data, maxSize)) {
            intake.store(new IncomingEnvelope("email", "smtp", content.hash() + " " + new TreeSet<>(recipients), "mail",
                    List.copyOf(brands), sender.isEmpty() ? content.hash() : sender, facts(), content));
            return "2.0.0 Stored";
        } catch (Spool.TooLarge large) {
            throw new RejectException(552, "5.3.4 The mail is larger than " + maxSize + " bytes; send the file another way");
        } catch (IntakeBatches.NotStored notNow) {
            throw later();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw later();
        }
    }

    private static RejectException later() {
        return new RejectException(421, "4.3.2 Cannot store mail at the moment; try again later");
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("from", sender);
        facts.put("recipients", List.copyOf(recipients));
        facts.put("helo", context.getHelo().orElse(""));
        if (context.getRemoteAddress() instanceof InetSocketAddress remote) facts.put("client", remote.getAddress().getHostAddress());
        return facts;
    }

    @Override
    public void done() {
        // nothing is kept open between mails
    }
}
