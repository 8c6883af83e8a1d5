package nl.hartslag.channels.internal.webchat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.channels.internal.BrandMail;
import nl.hartslag.channels.internal.BrandMail.Account;
import nl.hartslag.channels.internal.db.tables.records.ChatRecord;
import nl.hartslag.channels.internal.db.tables.records.VisitorRecord;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.InboundMessage;
import nl.hartslag.contacts.Received;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.EnvelopeId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what a visitor sent into its conversation, in the caller's transaction, which holds the visitor's row. */
@Component
class ChatPlacing {
    private final Contacts contacts;
    private final Customers customers;
    private final Organisation organisation;
    private final Visitors visitors;
    private final Chats chats;
    private final ChatSignals signals;
    private final BrandMail brandMail;

    ChatPlacing(Contacts contacts, Customers customers, Organisation organisation, Visitors visitors, Chats chats,
                ChatSignals signals, BrandMail brandMail) {
        this.contacts = contacts;
        this.customers = customers;
        this.organisation = organisation;
        this.visitors = visitors;
        this.chats = chats;
        this.signals = signals;
        this.brandMail = brandMail;
    }

    /** @param outcome a word for the ledger */
    record Placed(ConversationId conversation, int seq, String outcome) {}

    Placed place(Widget widget, VisitorRecord visitor, IncomingChat in, EnvelopeId envelope, Instant at) {
        return switch (in.kind()) {
            case "begin", "message" -> chat(widget, visitor, in, envelope, at);
            case "mail" -> mail(widget, visitor, in, envelope, at);
            default -> throw new IllegalArgumentException("unknown kind of envelope");
        };
    }

    private Placed chat(Widget widget, VisitorRecord visitor, IncomingChat in, EnvelopeId envelope, Instant at) {
        Optional<ChatRecord> begun = chats.begunWith(visitor.getId(), in.clientKey());
        Optional<ChatRecord> chat = begun.or(() -> chats.goingOn(visitor.getId()));
        if (chat.isEmpty() && in.kind().equals("message")) throw Problem.of("webchat/no-conversation", 409);
        if (visitor.getName() == null && in.name() != null) {
            visitor.setName(in.name());
            visitor.update();
        }
        String name = visitor.getName();
        CustomerId customer = visitors.customer(widget, visitor, name, in.language());
        Received received = contacts.receive(message(widget, visitor, in, envelope, at, customer,
                chat.map(one -> new ConversationId(one.getConversationId())), ChatChannel.NAME, "chat", widget.id(), null, name,
                Visitors.isProven(visitor)));
        if (chat.isEmpty()) begin(widget, visitor, in, received, at);
        // who waits sees in the widget by when he hears from us
        if (received.newContact()) contacts.promisesTold(Stream.ofNullable(received.contact()).toList());
        signals.changed(visitor.getId());
        return new Placed(received.conversation(), received.seq(), received.newContact() ? "new" : "continued");
    }

    private void begin(Widget widget, VisitorRecord visitor, IncomingChat in, Received received, Instant at) {
        ChatRecord row = chats.fresh();
        row.setConversationId(received.conversation().value());
        row.setVisitorId(visitor.getId());
        row.setWidgetId(widget.id().value());
        row.setClientKey(in.clientKey());
        row.setContactId(received.contact() == null ? null : received.contact().value());
        row.setLanguage(in.language());
        row.setState("waiting");
        row.setLastSeq(received.seq());
        row.setStartedAt(at);
        row.setChangedAt(at);
        row.insert();
        chats.makeCurrent(visitor.getId(), received.conversation().value());
    }

    /** The answer goes to the address, so whoever owns it gets it: the address alone may decide which customer this is. */
    private Placed mail(Widget widget, VisitorRecord visitor, IncomingChat in, EnvelopeId envelope, Instant at) {
        String address = visitor.getProvenEmail() != null ? visitor.getProvenEmail() : in.email();
        if (address == null) throw Problem.invalid("email", "required");
        Optional<Account> account = brandMail.account(widget.brand());
        CustomerId customer = customers.recognise(widget.brand(), IdentityKind.EMAIL, address, in.name(), in.language()).id();
        IncomingChat addressed = new IncomingChat(in.kind(), in.visitor(), in.clientKey(), in.reason(), in.name(), address, in.text(),
                in.language(), in.files());
        Received received = contacts.receive(message(widget, visitor, addressed, envelope, at, customer, Optional.empty(),
                brandMail.channel(), "mail", account.map(Account::id).orElse(null), account.map(Account::address).orElse(null), in.name(),
                visitor.getProvenEmail() != null));
        return new Placed(received.conversation(), received.seq(), "mail");
    }

    private InboundMessage message(Widget widget, VisitorRecord visitor, IncomingChat in, EnvelopeId envelope, Instant at,
                                   CustomerId customer, Optional<ConversationId> conversation, String channel, String medium,
                                   @Nullable AccountId account, @Nullable String address, @Nullable String name, boolean proven) {
        boolean dutch = in.language().equals("nl");
        Optional<ReasonId> reason = Optional.ofNullable(in.reason()).map(UUID::fromString).map(ReasonId::new)
                .filter(id -> organisation.reason(id).filter(one -> one.brand().equals(widget.brand())).isPresent());
        String subject = reason.flatMap(organisation::reason).map(one -> dutch ? one.nameNl() : one.nameEn())
                .orElseGet(() -> firstWords(in));
        String email = visitor.getProvenEmail() != null ? visitor.getProvenEmail() : in.email();
        return new InboundMessage(conversation, widget.brand(), customer,
                name == null || name.isBlank() ? (dutch ? "Bezoeker" : "Visitor") : name, channel, medium, account, address, envelope,
                null, in.clientKey(), at, subject, in.language(), in.text(), null, null, null, false, false, proven, reason,
                email == null ? List.of() : List.of(email), in.files());
    }

    /** An address or a name; of an anonymous brand neither, but for the mail that must be answered. */
    Optional<String> sender(Widget widget, VisitorRecord visitor, IncomingChat in) {
        if (organisation.brand(widget.brand()).anonymous() && !in.kind().equals("mail")) return Optional.empty();
        return Stream.of(visitor.getProvenEmail(), in.email(), visitor.getName()).filter(Objects::nonNull).findFirst();
    }

    static String firstWords(IncomingChat in) {
        String line = in.text().strip().replaceAll("\\s+", " ");
        if (line.isEmpty()) return in.language().equals("nl") ? "Bestand" : "File";
        int end = line.offsetByCodePoints(0, Math.min(80, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }
}
