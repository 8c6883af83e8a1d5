package nl.hartslag.channels.internal.email.send;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.channels.internal.BrandMail;
import nl.hartslag.channels.internal.email.EmailSettings;
import nl.hartslag.channels.internal.email.EmailSettings.Dkim;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccounts;
import nl.hartslag.channels.internal.email.compose.DkimSignature;
import nl.hartslag.channels.internal.email.compose.MailComposer;
import nl.hartslag.channels.internal.email.compose.OutgoingMail;
import nl.hartslag.channels.internal.email.compose.OutgoingMail.Automatic;
import nl.hartslag.channels.internal.email.imap.SentCopies;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.email.thread.OwnMessageId;
import nl.hartslag.channels.internal.email.thread.ReplyToken;
import nl.hartslag.contacts.OutboundChannel;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.shared.BrandId;
import org.springframework.stereotype.Component;

/** Sends what the outbox hands us as mail, or keeps it for the outbox page where nothing may leave. */
@Component
class EmailOutbound implements OutboundChannel, BrandMail {
    private final EmailSettings settings;
    private final EmailAccounts accounts;
    private final CapturedMails captured;
    private final ReplyToken tokens;
    private final Blobs blobs;
    private final Secrets secrets;
    private final Clock clock;
    private final SentCopies copies;
    private final Map<Dkim, DkimSignature> signatures;

    EmailOutbound(EmailSettings settings, EmailAccounts accounts, CapturedMails captured, ReplyToken tokens, Blobs blobs,
                  Secrets secrets, Clock clock, SentCopies copies) {
        this.settings = settings;
        this.accounts = accounts;
        this.captured = captured;
        this.tokens = tokens;
        this.blobs = blobs;
        this.secrets = secrets;
        this.clock = clock;
        this.copies = copies;
        // read at once, so that a key that cannot be used stops the start and not the first mail
        this.signatures = settings.dkim().stream().distinct().collect(Collectors.toMap(each -> each, each -> new DkimSignature(each.domain(), each.selector(), each.key())));
    }

    @Override
    public String channel() {
        return "email";
    }

    @Override
    public boolean sendsMailOf(BrandId brand) {
        return accounts.firstOf(brand).isPresent();
    }

    @Override
    public boolean ours(String address) {
        return MailAddress.of(address).stream()
                .flatMap(one -> Stream.of(one.address(), one.withoutDetail())).anyMatch(accounts.ourAddresses()::contains);
    }

    @Override
    public Optional<Account> account(BrandId brand) {
        return accounts.firstOf(brand).map(first -> new Account(first.id(), first.address()));
    }

    @Override
    public Outcome send(OutboundMessage message) {
        Optional<EmailAccount> account = Optional.ofNullable(message.account()).flatMap(accounts::account)
                .filter(EmailAccount::active).or(() -> accounts.firstOf(message.brand()));
        if (account.isEmpty()) return new Outcome.Refused("no-account");
        if (message.to().isEmpty()) return new Outcome.Refused("no-recipient");
        OutgoingMail mail = mail(message, account.get());
        byte[] bytes;
        try {
            bytes = signed(MailComposer.compose(mail), account.get());
        } catch (IllegalArgumentException noAddress) {
            return new Outcome.Refused("bad-address");
        }
        // in the envelope only: no header names them
        List<String> blind = mail.automatic() == Automatic.NO ? message.bcc() : List.of();
        List<String> recipients = Stream.of(mail.to(), mail.cc(), blind).flatMap(List::stream).distinct().toList();
        return switch (settings.out()) {
            case AUTO -> relay(account.get()).isPresent()
                    ? relayed(message, account.get(), mail, recipients, bytes)
                    : captured.keep(message, account.get(), mail, recipients, bytes);
            case CAPTURE -> captured.keep(message, account.get(), mail, recipients, bytes);
            case SMTP -> relayed(message, account.get(), mail, recipients, bytes);
            case BOTH -> {
                captured.keep(message, account.get(), mail, recipients, bytes);
                yield relayed(message, account.get(), mail, recipients, bytes);
            }
        };
    }

    private Outcome relayed(OutboundMessage message, EmailAccount account, OutgoingMail mail, List<String> recipients, byte[] bytes) {
        Outcome outcome = relay(account).map(relay -> relay.send(bytes, returnPath(mail, account), recipients, mail.messageId()))
                .orElseGet(() -> new Outcome.Later("no-relay", Optional.empty()));
        // What a person wrote; a folder full of acknowledgements would be of no use to anyone.
        if (outcome instanceof Outcome.Sent && message.purpose().equals("conversation")) copies.keep(account, message.id(), mail.messageId(), bytes);
        return outcome;
    }

    private OutgoingMail mail(OutboundMessage message, EmailAccount account) {
        String domain = account.address().substring(account.address().lastIndexOf('@') + 1);
        Automatic automatic = automatic(message);
        // An automatic mail is for the customer, not for everybody who was on the mail.
        List<String> to = automatic == Automatic.NO ? message.to() : List.of(message.to().getFirst());
        List<String> cc = automatic == Automatic.NO ? message.cc() : List.of();
        return new OutgoingMail(OwnMessageId.of(message.id(), domain), clock.instant(), account.name(), account.address(),
                tokens.address(account.address(), message.consult() == null ? message.conversation().value() : message.consult()), to, cc, subject(message), message.text(),
                Optional.ofNullable(message.html()), message.references(), automatic, Optional.ofNullable(message.unsubscribeUrl()),
                message.attachments().stream()
                        .map(a -> new OutgoingMail.Attachment(a.name(), a.type(), () -> blobs.open(a.hash()))).toList());
    }

    private static Automatic automatic(OutboundMessage message) {
        if (message.purpose().equals("acknowledgement")) return Automatic.REPLIED;
        boolean byPerson = message.purpose().equals("conversation") || message.purpose().equals(OutboundMessage.CONSULT);
        return message.automatic() || !byPerson ? Automatic.GENERATED : Automatic.NO;
    }

    private static String subject(OutboundMessage message) {
        boolean answers = message.purpose().equals("conversation") && !message.references().isEmpty();
        boolean marked = message.subject().toLowerCase(Locale.ROOT).matches("(re|antw|aw)\\s*:.*");
        return answers && !marked ? "Re: " + message.subject() : message.subject();
    }

    /** No bounce comes back for an acknowledgement; of everything else we want to know whether it arrived. */
    private static String returnPath(OutgoingMail mail, EmailAccount account) {
        return mail.automatic() == Automatic.REPLIED ? "" : account.address();
    }

    private byte[] signed(byte[] mail, EmailAccount account) {
        return settings.dkimFor(account.address()).map(signatures::get).map(signature -> signature.sign(mail)).orElse(mail);
    }

    private Optional<MailRelay> relay(EmailAccount account) {
        return account.relay()
                .map(r -> new MailRelay(r.host(), r.port(), r.tls(), r.user(), r.secret().isEmpty() ? "" : secrets.open(r.secret()), settings.hostName()))
                .or(() -> Optional.ofNullable(settings.relay()).map(r -> new MailRelay(r.host(), r.port(), r.tls(), r.user().orElse(""), r.secret().orElse(""),
                        settings.hostName())));
    }
}
