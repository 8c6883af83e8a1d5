package nl.hartslag.channels.internal.webchat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.hartslag.channels.internal.db.tables.records.ChatRecord;
import nl.hartslag.contacts.ContactEvent;
import nl.hartslag.contacts.ContactEvent.ContactAssigned;
import nl.hartslag.contacts.ContactEvent.ContactOpened;
import nl.hartslag.contacts.ContactEvent.ContactReleased;
import nl.hartslag.contacts.ContactEvent.ContactWrappedUp;
import nl.hartslag.contacts.ContactEvent.ConversationRead;
import nl.hartslag.contacts.ContactEvent.MessageWritten;
import nl.hartslag.contacts.ContactEvent.Typing;
import nl.hartslag.people.People;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what visitors see up to date, in the transaction of whoever works at the other end, and wakes their streams. */
@Component
class ChatNews {
    private final Chats chats;
    private final ChatSignals signals;
    private final IdleChats idle;
    private final People people;

    ChatNews(Chats chats, ChatSignals signals, IdleChats idle, People people) {
        this.chats = chats;
        this.signals = signals;
        this.idle = idle;
        this.people = people;
    }

    @EventListener
    void on(MessageWritten written) {
        boolean in = written.direction().equals("in");
        boolean out = written.direction().equals("out");
        if (!in && !out || !written.channel().equals(ChatChannel.NAME)) return;
        change(written, chat -> {
            if (written.seq() <= chat.getLastSeq()) return;
            chat.setLastSeq(written.seq());
            if (out) {
                chat.setLastOutSeq(written.seq());
                chat.setUnread(chat.getUnread() + 1);
            }
            if (in) {
                idle.visitorWrote(chat);
            } else if (written.author() != null) {
                // as at the conversation itself, an answer counts as having seen what stands above it
                chat.setReadByAgent(written.seq());
                idle.agentWrote(chat, written.seq(), written.occurredAt());
            }
        });
    }

    @EventListener
    void on(ContactOpened opened) {
        if (!opened.channel().equals(ChatChannel.NAME)) return;
        change(opened, chat -> {
            chat.setContactId(opened.contact().value());
            move(chat, "waiting", null, opened.occurredAt());
            chat.setAgentName(null);
        });
    }

    @EventListener
    void on(ContactAssigned assigned) {
        change(assigned, chat -> {
            if (chat.getEndedBy() != null) return;
            move(chat, "assigned", null, assigned.occurredAt());
            chat.setAgentName(firstName(assigned.user()));
        });
    }

    @EventListener
    void on(ContactReleased released) {
        change(released, chat -> {
            if (chat.getEndedBy() != null) return;
            move(chat, "waiting", null, released.occurredAt());
            chat.setAgentName(null);
        });
    }

    @EventListener
    void on(ContactWrappedUp wrappedUp) {
        change(wrappedUp, chat -> {
            if (chat.getEndedBy() == null) move(chat, "ended", "agent", wrappedUp.occurredAt());
        });
    }

    @EventListener
    void on(ConversationRead read) {
        change(read, chat -> {
            if (read.user() != null) {
                chat.setReadByAgent(Math.max(chat.getReadByAgent(), read.seq()));
            } else {
                chat.setReadByVisitor(Math.max(chat.getReadByVisitor(), read.seq()));
                if (read.seq() >= chat.getLastOutSeq()) chat.setUnread(0);
            }
        });
    }

    @EventListener
    void on(Typing typing) {
        if (typing.user() == null) return;
        chats.find(typing.conversation())
                .ifPresent(chat -> signals.typing(chat.getVisitorId(), ChatMessages.firstName(typing.name())));
    }

    private void change(ContactEvent event, Consumer<ChatRecord> change) {
        Optional<ChatRecord> found = chats.lock(event.conversation());
        if (found.isEmpty()) return;
        ChatRecord chat = found.get();
        change.accept(chat);
        if (!chat.modified()) return;
        chat.update();
        signals.changed(chat.getVisitorId());
    }

    static void move(ChatRecord chat, String state, @Nullable String endedBy, Instant at) {
        chat.setState(state);
        chat.setEndedBy(endedBy);
        if (endedBy != null) chat.setUnansweredSeq(null);
        chat.setChangedAt(at);
    }

    private String firstName(UserId user) {
        return ChatMessages.firstName(people.names(List.of(user)).getOrDefault(user, ""));
    }
}
