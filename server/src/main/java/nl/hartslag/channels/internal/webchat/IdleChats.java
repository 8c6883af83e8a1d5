package nl.hartslag.channels.internal.webchat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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

/**
 * A visitor who stays silent after an answer is asked whether he is still there; some minutes later the chat ends. The timer of an
 * answer is never cancelled but finds that nothing is left to do.
 */
@Component
class IdleChats implements TimerHandler {
    private static final String KIND = "webchat.idle";
    private final Timers timers;
    private final Visitors visitors;
    private final Chats chats;
    private final WidgetTable widgets;
    private final Contacts contacts;
    private final ChatTexts texts;
    private final ChatSignals signals;
    private final Clock clock;

    /** Contacts tell of news by events, which lead back here: only used when a timer fires. */
    IdleChats(Timers timers, Visitors visitors, Chats chats, WidgetTable widgets, @Lazy Contacts contacts, ChatTexts texts,
              ChatSignals signals, Clock clock) {
        this.timers = timers;
        this.visitors = visitors;
        this.chats = chats;
        this.widgets = widgets;
        this.contacts = contacts;
        this.texts = texts;
        this.signals = signals;
        this.clock = clock;
    }

    void agentWrote(ChatRecord chat, int seq, Instant at) {
        settings(chat).ifPresent(settings -> {
            chat.setUnansweredSeq(seq);
            schedule(chat, "ask", at.plus(Duration.ofMinutes(settings.askMinutes())));
        });
    }

    void visitorWrote(ChatRecord chat) {
        chat.setUnansweredSeq(null);
    }

    private void schedule(ChatRecord chat, String step, Instant at) {
        Integer answer = chat.getUnansweredSeq();
        timers.schedule(KIND, chat.getConversationId() + " " + answer, at, Map.of("step", step, "answer", answer));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        ConversationId conversation = ConversationId.of(timer.key().split(" ")[0]);
        // whatever he writes at this moment is written first, and found
        chats.find(conversation).ifPresent(chat -> visitors.lock(chat.getVisitorId()));
        chats.find(conversation).filter(chat -> stillSilent(chat, timer)).ifPresent(chat -> {
            if ("ask".equals(timer.payload().get("step"))) ask(conversation, chat);
            else end(conversation, timer);
        });
    }

    private static boolean stillSilent(ChatRecord chat, DueTimer timer) {
        return chat.getEndedBy() == null && chat.getUnansweredSeq() != null && chat.getUnansweredSeq().equals(timer.payload().get("answer"));
    }

    private void ask(ConversationId conversation, ChatRecord chat) {
        Optional<Settings> settings = settings(chat);
        if (settings.isEmpty()) return;
        int minutes = settings.get().endMinutes();
        // One question per answer: the key holds the number of the answer it follows.
        contacts.post(new SystemMessage(conversation, "notice", "", texts.stillThere(chat.getLanguage(), minutes), null,
                "still-there-" + chat.getLastOutSeq(), clock.instant(), null));
        schedule(chat, "end", clock.instant().plus(Duration.ofMinutes(minutes)));
    }

    private void end(ConversationId conversation, DueTimer timer) {
        contacts.customerLeft(conversation, Leaving.SILENT);
        chats.lock(conversation).filter(chat -> stillSilent(chat, timer)).ifPresent(chat -> {
            ChatNews.move(chat, "ended", "idle", clock.instant());
            chat.update();
            signals.changed(chat.getVisitorId());
        });
    }

    private Optional<Settings> settings(ChatRecord chat) {
        return widgets.byId(new AccountId(chat.getWidgetId())).map(Widget::settings);
    }
}
