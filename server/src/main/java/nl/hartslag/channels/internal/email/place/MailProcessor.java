package nl.hartslag.channels.internal.email.place;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.channels.internal.email.EmailSettings;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.account.EmailAccounts;
import nl.hartslag.channels.internal.email.identify.Authorship;
import nl.hartslag.channels.internal.email.parse.AttachmentStore;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.email.parse.MailLimits;
import nl.hartslag.channels.internal.email.parse.MailParser;
import nl.hartslag.channels.internal.email.parse.ParsedMail;
import nl.hartslag.channels.internal.email.trust.RelayWord;
import nl.hartslag.channels.internal.email.trust.SenderCheck;
import nl.hartslag.channels.internal.email.trust.SenderProof;
import nl.hartslag.channels.internal.email.trust.SpamWord;
import nl.hartslag.channels.internal.intake.Envelope;
import nl.hartslag.channels.internal.intake.EnvelopeProcessor;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.shared.AccountId;
import org.springframework.stereotype.Component;

/** Reads a stored mail and checks its sender; placing is left to {@link MailPlacing}. */
@Component
class MailProcessor implements EnvelopeProcessor {
    private final Blobs blobs;
    private final EmailAccounts accounts;
    private final EmailSettings settings;
    private final SenderCheck senders;
    private final MailPlacing placing;

    MailProcessor(Blobs blobs, EmailAccounts accounts, EmailSettings settings, SenderCheck senders, MailPlacing placing) {
        this.blobs = blobs;
        this.accounts = accounts;
        this.settings = settings;
        this.senders = senders;
        this.placing = placing;
    }

    @Override
    public String adapter() {
        return "email";
    }

    @Override
    public String fileEnding() {
        return ".eml";
    }

    @Override
    public Prepared prepare(Envelope envelope) throws IOException {
        if (envelope.facts().containsKey("unreadable")) return () -> Settled.refused("unreadable", envelope.fact("unreadable"), Map.of());
        ParsedMail mail;
        try (InputStream raw = blobs.open(envelope.blobHash())) {
            mail = new MailParser(MailLimits.USUAL, this::keep).parse(raw);
        }
        Optional<String> returnPath = envelope.facts().containsKey("from") ? Optional.of(envelope.fact("from")) : Optional.empty();
        Authorship authorship = Authorship.of(mail, returnPath, accounts.ourAddresses());
        Optional<MailAddress> author = Authorship.author(mail, accounts.ourAddresses());
        SenderProof checked = mail.from().isEmpty() ? SenderProof.unknown() : proof(envelope, mail, mail.from().get());
        // what was checked is the From; about the person for whom it speaks that says nothing
        SenderProof proof = author.equals(mail.from()) ? checked : checked.unproven();
        Optional<String> spam = filtered(envelope) ? SpamWord.of(mail.headers()) : Optional.empty();
        List<MailAddress> recipients = envelope.facts("recipients").stream().flatMap(r -> MailAddress.of(r).stream()).toList();
        ReceivedMail received = new ReceivedMail(envelope, mail, author, authorship, proof, spam, recipients,
                addressed(envelope, recipients));
        return new Read(placing, received);
    }

    private record Read(MailPlacing placing, ReceivedMail mail) implements Prepared {
        @Override
        public Settled place() {
            return placing.place(List.of(mail)).getFirst();
        }
    }

    @Override
    public List<Settled> place(List<Prepared> several) {
        List<ReceivedMail> mails = several.stream().filter(Read.class::isInstance).map(each -> ((Read) each).mail).toList();
        Iterator<Settled> placed = placing.place(mails).iterator();
        return several.stream().map(each -> each instanceof Read ? placed.next() : each.place()).toList();
    }

    private AttachmentStore.Stored keep(InputStream content) {
        // decoded it is smaller than the raw mail, whose size was bounded when it came in
        String hash = blobs.put(content, Long.MAX_VALUE);
        return new AttachmentStore.Stored(hash, blobs.size(hash));
    }

    /** Every address of ours it was sent to, once. */
    private List<EmailAccount> addressed(Envelope envelope, List<MailAddress> recipients) {
        if (!envelope.source().equals("smtp")) return accounts.account(AccountId.of(envelope.source())).stream().toList();
        LinkedHashSet<EmailAccount> found = new LinkedHashSet<>();
        for (MailAddress recipient : recipients) accounts.addressed(recipient).ifPresent(found::add);
        return List.copyOf(found);
    }

    private SenderProof proof(Envelope envelope, ParsedMail mail, MailAddress from) throws IOException {
        Optional<SenderProof> word = RelayWord.of(mail.headers(), from, believed(envelope));
        if (word.isPresent()) return word.get();
        if (settings.dns() == EmailSettings.Dns.OFF) return SenderProof.unknown();
        Optional<String> client = Optional.of(envelope.fact("client")).filter(ip -> !ip.isEmpty());
        try (InputStream raw = blobs.open(envelope.blobHash())) {
            return senders.check(from, new SenderCheck.Delivery(client, envelope.fact("helo"), envelope.fact("from")), raw);
        }
    }

    /** Whether a filter of ours saw it: our relay's, or that of the provider in whose mailbox it lay. */
    private boolean filtered(Envelope envelope) {
        return !envelope.source().equals("smtp") || settings.trustedRelays().contains(envelope.fact("client"));
    }

    /** Whose word counts: our relay's if it handed us the mail, the mailbox provider's if the mail was fetched there. */
    private Set<String> believed(Envelope envelope) {
        if (envelope.source().equals("smtp")) {
            return settings.trustedRelays().contains(envelope.fact("client"))
                    ? settings.trustedServices().stream().map(String::toLowerCase).collect(Collectors.toSet()) : Set.of();
        }
        return accounts.account(AccountId.of(envelope.source())).flatMap(EmailAccount::imap).map(EmailAccount.Imap::service)
                .filter(s -> !s.isBlank()).map(s -> Set.of(s.toLowerCase())).orElse(Set.of());
    }
}
