package nl.hartslag.channels.internal.webchat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.channels.Widgets.Settings;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.channels.internal.db.tables.records.ChatRecord;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.contacts.Leaving;
import nl.hartslag.contacts.SystemMessage;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.ConversationId;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A visitor who stays silent after an answer is asked whether he is still there; some minutes later the chat ends. */
@Component
class IdleChats implements TimerHandler {
    private static final String KIND = "webchat.idle";
    private final Timers timers;
    private final Chats chats;
    private final WidgetTable widgets;
    private final Contacts contacts;
    private final ChatTexts texts;
    private final ChatSignals signals;
    private final Clock clock;

    /** Contacts tell of news by events, which lead back here: only used when a timer fires. */
    IdleChats(Timers timers, Chats chats, WidgetTable widgets, @Lazy Contacts contacts, ChatTexts texts, ChatSignals signals, Clock clock) {
        this.timers = timers;
        this.chats = chats;
        this.widgets = widgets;
        this.contacts = contacts;
        this.texts = texts;
        this.signals = signals;
        this.clock = clock;
    }

    void agentWrote(ConversationId conversation, UUID widget, Instant at) {
        settings(widget).ifPresent(settings -> timers.schedule(
                KIND, conversation.toString(), at.plus(Duration.ofMinutes(settings.askMinutes())), Map.of("step", "ask")));
    }

    void visitorWrote(ConversationId conversation) {
        over(conversation);
    }

    void over(ConversationId conversation) {
        timers.cancel(KIND, conversation.toString());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        ConversationId conversation = ConversationId.of(timer.key());
        Optional<ChatRecord> found = chats.find(conversation).filter(chat -> chat.getEndedBy() == null);
        if (found.isEmpty()) return;
        ChatRecord chat = found.get();
        if ("ask".equals(timer.payload().get("step"))) ask(conversation, chat, timer.dueAt());
        else end(conversation);
    }

    private void ask(ConversationId conversation, ChatRecord chat, Instant due) {
        Optional<Settings> settings = settings(chat.getWidgetId());
        if (settings.isEmpty()) return;
        int minutes = settings.get().endMinutes();
        // One question per answer: the key holds the number of the answer it follows.
        contacts.post(new SystemMessage(conversation, "notice", "", texts.stillThere(chat.getLanguage(), minutes), null,
                "still-there-" + chat.getLastOutSeq(), clock.instant(), null));
        timers.schedule(KIND, conversation.toString(), clock.instant().plus(Duration.ofMinutes(minutes)), Map.of("step", "end"));
    }

    private void end(ConversationId conversation) {
        chats.lock(conversation).filter(chat -> chat.getEndedBy() == null).ifPresent(chat -> {
            ChatNews.move(chat, "ended", "idle", clock.instant());
            chat.update();
            signals.changed(chat.getVisitorId());
        });
        contacts.customerLeft(conversation, Leaving.SILENT);
    }

    private Optional<Settings> settings(UUID widget) {
        return widgets.byId(new AccountId(widget)).map(Widget::settings);
    }
}
