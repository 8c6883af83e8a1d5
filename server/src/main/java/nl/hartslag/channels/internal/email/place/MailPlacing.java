package nl.hartslag.channels.internal.email.place;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.channels.internal.db.tables.records.PlacementRecord;
import nl.hartslag.channels.internal.email.account.EmailAccount;
import nl.hartslag.channels.internal.email.identify.Authorship;
import nl.hartslag.channels.internal.email.identify.Bounce;
import nl.hartslag.channels.internal.email.identify.MessageKey;
import nl.hartslag.channels.internal.email.parse.MailAddress;
import nl.hartslag.channels.internal.email.parse.ParsedMail;
import nl.hartslag.channels.internal.email.thread.OwnMessageId;
import nl.hartslag.channels.internal.email.thread.ReplyToken;
import nl.hartslag.channels.internal.email.thread.Threading;
import nl.hartslag.channels.internal.email.thread.Threading.Known;
import nl.hartslag.channels.internal.intake.EnvelopeProcessor.Settled;
import nl.hartslag.contacts.Consults;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Delivery;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Received;
import nl.hartslag.contacts.ThreadHit;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConsultId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.MessageId;
import org.springframework.stereotype.Component;

/** Decides what becomes of a mail, and writes it. Runs inside the transaction that settles the envelope. */
@Component
class MailPlacing {
    private final MailTable mails;
    private final BlockedSenders blocked;
    private final InboundMails inbound;
    private final Acknowledgements acknowledgements;
    private final Contacts contacts;
    private final Consults consults;
    private final ReplyToken tokens;

    MailPlacing(MailTable mails, BlockedSenders blocked, InboundMails inbound, Acknowledgements acknowledgements, Contacts contacts,
                Consults consults, ReplyToken tokens) {
        this.mails = mails;
        this.blocked = blocked;
        this.inbound = inbound;
        this.acknowledgements = acknowledgements;
        this.contacts = contacts;
        this.consults = consults;
        this.tokens = tokens;
    }

    /** The mails in this order; what several of them leave behind is written together. */
    List<Settled> place(List<ReceivedMail> several) {
        Left left = new Left();
        List<Settled> became = several.stream().map(each -> place(each, left)).toList();
        start(left);
        mails.store(left.placements);
        acknowledgements.acknowledge(left.acknowledgements);
        return became;
    }

    /** A mail that begins a conversation, which is not made yet. */
    private record Start(UUID mail, ReceivedMail received, MailAddress from, EmailAccount account, Threading threading, InboundMessage message) {}

    /** What nobody asked for yet. */
    private static final class Left {
        private final List<Start> starts = new ArrayList<>();
        private final List<PlacementRecord> placements = new ArrayList<>();
        private final List<Acknowledgements.Due> acknowledgements = new ArrayList<>();
    }

    /** Makes the conversations that were put off; before anything that could concern one of them. */
    private void start(Left left) {
        List<Received> made = contacts.start(left.starts.stream().map(Start::message).toList());
        for (int i = 0; i < made.size(); i++) {
            Start start = left.starts.get(i);
            left.placements.add(mails.placed(start.mail, start.account, start.received.envelope().id(), made.get(i), start.threading));
            acknowledge(start.received, start.from, start.account, start.message, made.get(i), left);
        }
        left.starts.clear();
    }

    private static void acknowledge(ReceivedMail received, MailAddress from, EmailAccount account, InboundMessage message, Received put, Left left) {
        if (!put.newContact() || !received.authorship().answerable()) return;
        left.acknowledgements.add(new Acknowledgements.Due(account, from, message.participants().getFirst(), received.mail(), put));
    }

    private Settled place(ReceivedMail received, Left left) {
        Map<String, Object> facts = facts(received);
        Authorship authorship = received.authorship();
        if (authorship.writer() == Authorship.Writer.BOUNCE) return bounce(received, facts);
        if (authorship.writer() == Authorship.Writer.OURSELVES) return Settled.refused("own-mail", null, facts);
        if (received.author().isEmpty()) return Settled.refused("no-sender", null, facts);
        if (received.accounts().isEmpty()) return Settled.refused("no-account", null, facts);
        MailAddress from = received.author().get();
        Optional<ConsultId> consult = answeredQuestion(received, from);
        if (consult.isPresent()) return answered(consult.get(), received, from, facts);
        boolean accepted = Boolean.TRUE.equals(received.envelope().facts().get("accepted"));
        List<EmailAccount> open = received.accounts().stream().filter(a -> accepted || !blocked.isBlocked(a.brand(), from)).toList();
        if (open.isEmpty()) return Settled.refused("blocked-sender", null, facts);
        if (!accepted && received.spam().isPresent()) {
            // what it answers may have come a moment ago
            if (refersToOthers(received)) start(left);
            if (suspected(received, from, open)) return Settled.refused("suspected-spam", received.spam().get(), facts);
        }
        return placed(received, from, open, facts, left);
    }

    private Optional<ConsultId> answeredQuestion(ReceivedMail received, MailAddress from) {
        if (!refersToOthers(received)) return Optional.empty();
        List<MessageId> ours = Stream.concat(received.mail().inReplyTo().stream(), received.mail().references().stream())
                .flatMap(id -> OwnMessageId.read(id).stream()).distinct().toList();
        return consults.answeredBy(received.accounts().stream().map(EmailAccount::brand).toList(), from.address(), ours, named(received));
    }

    /** What a department says stands in the case where it was asked, as a note; nobody gets an acknowledgement for it. */
    private Settled answered(ConsultId consult, ReceivedMail received, MailAddress from, Map<String, Object> facts) {
        MessageKey key = MessageKey.of(received.mail());
        MailTable.Claimed claimed = mails.claim(key.value(), received.mail().messageId());
        Optional<Received> placed = consults.answeredByMail(consult, inbound.answer(received, from, key));
        if (placed.isEmpty()) {
            mails.forget(received.envelope(), received.mail());
            return Settled.refused("erased", null, Map.of());
        }
        Received put = placed.get();
        if (put.duplicate()) return Settled.placed("duplicate", facts);
        mails.store(List.of(mails.placed(claimed.mail(), received.accounts().getFirst(), received.envelope().id(), put,
                new Threading(Optional.of(put.conversation()), Threading.Why.DEPARTMENT, Optional.empty()))));
        return Settled.placed("consult", facts);
    }

    /** Who takes part in a conversation is no longer judged by a filter, nor who was let in by a person before and proves to be that. */
    private boolean suspected(ReceivedMail received, MailAddress from, List<EmailAccount> open) {
        return open.stream().map(EmailAccount::brand).noneMatch(brand -> threading(received, from, brand).conversation().isPresent()
                || received.proof().proven() && blocked.wasLetIn(brand, from));
    }

    private Threading threading(ReceivedMail received, MailAddress from, BrandId brand) {
        return Threading.decide(received.mail(), from, brand, named(received).map(ConversationId::new), conversations());
    }

    private Settled placed(ReceivedMail received, MailAddress from, List<EmailAccount> accounts, Map<String, Object> facts,
                           Left left) {
        MessageKey key = MessageKey.of(received.mail());
        MailTable.Claimed claimed = mails.claim(key.value(), received.mail().messageId());
        boolean alone = claimed.fresh() && accounts.size() == 1;
        if (!alone || refersToOthers(received)) start(left);
        List<PlacementRecord> placements = new ArrayList<>(claimed.placements());
        left.placements.stream().filter(p -> p.getMailId().equals(claimed.mail())).forEach(placements::add);
        int before = placements.size();
        String outcome = "duplicate";
        for (EmailAccount account : accounts) {
            if (placements.stream().anyMatch(p -> p.getAccountId().equals(account.id().value()))) continue;
            Optional<PlacementRecord> sameBrand = placements.stream().filter(p -> p.getBrandId().equals(account.brand().value())).findFirst();
            if (sameBrand.isPresent()) {
                placements.add(mails.alsoPlaced(sameBrand.get(), account, received.envelope().id()));
                if (outcome.equals("duplicate")) outcome = "continued";
                continue;
            }
            Threading threading = threading(received, from, account.brand());
            InboundMessage message = inbound.of(received, from, account, threading, key);
            if (alone && message.conversation().isEmpty()) {
                left.starts.add(new Start(claimed.mail(), received, from, account, threading, message));
                return Settled.placed(outcome(received, true), facts);
            }
            Received put = contacts.receive(message);
            placements.add(mails.placed(claimed.mail(), account, received.envelope().id(), put, threading));
            outcome = outcome(received, put.newContact());
            acknowledge(received, from, account, message, put, left);
        }
        left.placements.addAll(placements.subList(before, placements.size()));
        return Settled.placed(outcome, facts);
    }

    private static String outcome(ReceivedMail received, boolean newContact) {
        return received.authorship().automatic() ? "automatic" : newContact ? "new" : "continued";
    }

    /** Whether it may belong to a conversation, also to one of which the first mail came a moment ago. */
    private boolean refersToOthers(ReceivedMail received) {
        return !received.mail().inReplyTo().isEmpty() || !received.mail().references().isEmpty() || named(received).isPresent();
    }

    private Settled bounce(ReceivedMail received, Map<String, Object> facts) {
        Bounce bounce = Bounce.of(received.mail());
        Optional<MessageId> about = bounce.originalIds().stream().flatMap(id -> contacts.outgoingByExternalId(id).stream()).findFirst();
        if (about.isEmpty()) return Settled.refused("bounce-of-unknown-mail", bounce.detail(), facts);
        contacts.delivery(about.get(), switch (bounce.outcome()) {
            case DELIVERED -> Delivery.DELIVERED;
            case DELAYED -> Delivery.DELAYED;
            case FAILED -> Delivery.BOUNCED;
        }, bounce.detail());
        return Settled.placed("bounce", facts);
    }

    private Optional<UUID> named(ReceivedMail received) {
        List<MailAddress> written = new ArrayList<>(received.recipients());
        written.addAll(received.mail().to());
        written.addAll(received.mail().cc());
        return written.stream().flatMap(address -> tokens.read(address).stream()).findFirst();
    }

    private Threading.Conversations conversations() {
        return new Threading.Conversations() {
            @Override
            public List<Known> withMessages(List<String> ids) {
                List<MessageId> own = ids.stream().flatMap(id -> OwnMessageId.read(id).stream()).toList();
                return contacts.threads(ids, own).stream().map(MailPlacing::known).toList();
            }

            @Override
            public Optional<Known> conversation(ConversationId id) {
                return contacts.thread(id).map(MailPlacing::known);
            }
        };
    }

    private static Known known(ThreadHit hit) {
        return new Known(hit.conversation(), hit.brand(), hit.participants());
    }

    private static Map<String, Object> facts(ReceivedMail received) {
        ParsedMail mail = received.mail();
        Map<String, Object> facts = new LinkedHashMap<>();
        received.author().ifPresent(from -> facts.put("from", from.address()));
        facts.put("subject", mail.subject());
        facts.put("proven", received.proof().proven());
        facts.put("spf", received.proof().spf());
        facts.put("dkim", received.proof().dkim());
        facts.put("dmarc", received.proof().dmarc());
        facts.put("source", received.proof().source());
        facts.put("writer", received.authorship().writer().name().toLowerCase());
        if (!received.authorship().because().isEmpty()) facts.put("because", received.authorship().because());
        if (!mail.notes().isEmpty()) facts.put("notes", mail.notes().stream().map(n -> n.name().toLowerCase()).sorted().toList());
        return facts;
    }
}
