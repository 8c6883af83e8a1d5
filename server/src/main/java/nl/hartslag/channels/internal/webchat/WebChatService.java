package nl.hartslag.channels.internal.webchat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.channels.WebChat;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.channels.internal.db.tables.records.ChatRecord;
import nl.hartslag.channels.internal.db.tables.records.VisitorRecord;
import nl.hartslag.channels.internal.webchat.ChatIntake.Taken;
import nl.hartslag.contacts.AttachmentContent;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Leaving;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.secrets.Secrets;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.AttachmentId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.UploadId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visitor's side, from the first visit to the end. */
@Service
class WebChatService implements WebChat {
    private static final Duration TYPING_EVERY = Duration.ofSeconds(2);
    private final WidgetTable widgets;
    private final Visitors visitors;
    private final Chats chats;
    private final ChatIntake intake;
    private final ChatMessages messages;
    private final VisitorFiles files;
    private final Welcoming welcoming;
    private final ChatSignals signals;
    private final RateLimits limits;
    private final WebChatSettings settings;
    private final Contacts contacts;
    private final Organisation organisation;
    private final Secrets secrets;
    private final Clock clock;

    WebChatService(WidgetTable widgets, Visitors visitors, Chats chats, ChatIntake intake, ChatMessages messages, VisitorFiles files,
                   Welcoming welcoming, ChatSignals signals, RateLimits limits, WebChatSettings settings, Contacts contacts,
                   Organisation organisation, Secrets secrets, Clock clock) {
        this.widgets = widgets;
        this.visitors = visitors;
        this.chats = chats;
        this.intake = intake;
        this.messages = messages;
        this.files = files;
        this.welcoming = welcoming;
        this.signals = signals;
        this.limits = limits;
        this.settings = settings;
        this.contacts = contacts;
        this.organisation = organisation;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Visit visit(String widgetKey, Optional<String> token, String language, @Nullable Identity identity) {
        Widget widget = widgets.active(widgetKey);
        Optional<IdentityProof> proof = identity == null ? Optional.empty() : Optional.of(
                IdentityProof.check(identity, secrets.open(widgets.sealedSecret(widget.id())))
                        .orElseThrow(() -> Problem.of("webchat/identity", 403)));
        // Someone else at the same browser, or nobody any more: he finds nothing of who was there before.
        Optional<VisitorRecord> known = visitors.byToken(widget, token).filter(visitor -> Visitors.proves(visitor, proof));
        if (known.isPresent()) {
            visitors.seen(known.get());
            return welcoming.visit(widget, known.get(), null, language);
        }
        Visitors.Fresh fresh = visitors.make(widget, proof, identity == null ? null : cut(identity.name(), 100));
        return welcoming.visit(widget, fresh.visitor(), fresh.token(), language);
    }

    @Override
    public Visitor visitor(String widgetKey, Optional<String> token) {
        Widget widget = widgets.active(widgetKey);
        VisitorRecord found = visitors.byToken(widget, token).orElseThrow(() -> Problem.of("webchat/unknown-visitor", 401));
        return new Visitor(found.getId(), widget.id(), Visitors.isProven(found));
    }

    @Override
    public Sent begin(Visitor visitor, Beginning beginning) {
        Widget widget = widget(visitor);
        boolean known = chats.begunWith(visitor.id(), beginning.clientKey()).isPresent();
        boolean joins = known || chats.goingOn(visitor.id()).filter(chat -> chat.getEndedBy() == null).isPresent();
        if (!joins && !organisation.hours(widget.brand(), ChatChannel.NAME).isOpen(clock.instant())) {
            throw Problem.of("webchat/closed", 409);
        }
        return taken(visitor, intake.take(widget, incoming(widget, "begin", visitor, beginning), () -> {
            countBeginning(visitor);
            return files.take(visitor.id(), beginning.files());
        }));
    }

    @Override
    public Sent send(Visitor visitor, String clientKey, String text, List<UploadId> uploads) {
        String language = chats.current(visitor.id()).map(ChatRecord::getLanguage).orElse("nl");
        IncomingChat in = new IncomingChat("message", visitor.id().toString(), clientKey, null, null, null, text, language, List.of());
        return taken(visitor, intake.take(widget(visitor), in, () -> {
            // Only what is new counts: a client on a bad line may repeat itself.
            limits.count("message", visitor.id().toString(), settings.messagesPerHalfMinute(), Duration.ofSeconds(30));
            return files.take(visitor.id(), uploads);
        }));
    }

    @Override
    public Instant mail(Visitor visitor, Beginning question) {
        Widget widget = widget(visitor);
        intake.take(widget, incoming(widget, "mail", visitor, question), () -> {
            countBeginning(visitor);
            return List.of();
        });
        return welcoming.mailAnsweredBy(widget);
    }

    private void countBeginning(Visitor visitor) {
        limits.count("begin", visitor.id().toString(), settings.conversationsPerTenMinutes(), Duration.ofMinutes(10));
    }

    private Sent taken(Visitor visitor, Taken taken) {
        ChatState state = chats.current(visitor.id()).map(chats::state).orElse(null);
        MessageOut message = taken.placed().flatMap(placed -> messages.one(placed.conversation(), placed.seq())).orElse(null);
        return new Sent(message, state, taken.repeated());
    }

    /** An anonymous brand keeps no name and no address, also not in the envelope. */
    private IncomingChat incoming(Widget widget, String kind, Visitor visitor, Beginning asked) {
        boolean anonymous = organisation.brand(widget.brand()).anonymous() && !kind.equals("mail");
        return new IncomingChat(kind, visitor.id().toString(), asked.clientKey(), asked.reason().map(Object::toString).orElse(null),
                anonymous ? null : asked.name(), anonymous ? null : asked.email(), asked.text(), asked.language(), List.of());
    }

    @Override
    public Missed missed(Visitor visitor, Optional<ConversationId> conversation, int after) {
        Optional<ChatRecord> current = chats.current(visitor.id());
        if (current.isEmpty()) return new Missed(List.of(), null);
        ConversationId id = new ConversationId(current.get().getConversationId());
        int from = conversation.isEmpty() || conversation.get().equals(id) ? after : 0;
        return new Missed(messages.after(id, from), chats.state(current.get()));
    }

    @Override
    public void typing(Visitor visitor) {
        if (!limits.first("typing", visitor.id().toString(), TYPING_EVERY)) return;
        chats.current(visitor.id()).filter(chat -> chat.getEndedBy() == null)
                .ifPresent(chat -> contacts.customerTyping(new ConversationId(chat.getConversationId())));
    }

    @Override
    public void read(Visitor visitor, int seq) {
        chats.current(visitor.id()).ifPresent(chat ->
                contacts.customerRead(new ConversationId(chat.getConversationId()), Math.min(seq, chat.getLastSeq())));
    }

    @Override
    @Transactional
    public void end(Visitor visitor) {
        visitors.lock(visitor.id());
        Optional<ChatRecord> current = chats.goingOn(visitor.id());
        if (current.isEmpty()) return;
        ConversationId id = new ConversationId(current.get().getConversationId());
        if (current.get().getEndedBy() == null) contacts.customerLeft(id, Leaving.ENDED);
        chats.lock(id).ifPresent(chat -> {
            ChatNews.move(chat, "ended", "visitor", clock.instant());
            chat.update();
            signals.changed(visitor.id());
        });
    }

    @Override
    @Transactional
    public FileView upload(Visitor visitor, String name, byte[] bytes) {
        limits.count("file", visitor.id().toString(), settings.filesPerTenMinutes(), Duration.ofMinutes(10));
        return files.keep(visitor.id(), name, bytes);
    }

    @Override
    public AttachmentContent file(Visitor visitor, AttachmentId id) {
        ConversationId conversation = chats.current(visitor.id()).map(chat -> new ConversationId(chat.getConversationId()))
                .orElseThrow(() -> Problem.of("webchat/no-conversation", 409));
        return contacts.attachmentForCustomer(conversation, id);
    }

    private Widget widget(Visitor visitor) {
        AccountId id = visitor.widget();
        return widgets.byId(id).orElseThrow(() -> Problem.of("webchat/unknown-widget", 404));
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null || text.codePointCount(0, text.length()) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
