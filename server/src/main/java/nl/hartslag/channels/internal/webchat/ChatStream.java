package nl.hartslag.channels.internal.webchat;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.channels.WebChat.ChatState;
import nl.hartslag.channels.WebChat.MessageOut;
import nl.hartslag.channels.WebChat.Visitor;
import nl.hartslag.channels.internal.db.tables.records.ChatRecord;
import nl.hartslag.shared.ConversationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a visitor's news to an open connection until that ends. Everything comes from the database, so nothing can be missed. */
@Component
public class ChatStream {
    private static final Duration BEAT = Duration.ofSeconds(15);
    /** Waiting times change without anybody writing. */
    private static final Duration WHILE_WAITING = Duration.ofSeconds(5);
    private static final Duration WHEN_DEAF = Duration.ofSeconds(1);
    private final Chats chats;
    private final ChatMessages messages;
    private final ChatSignals signals;
    private final JsonMapper json;

    ChatStream(Chats chats, ChatMessages messages, ChatSignals signals, JsonMapper json) {
        this.chats = chats;
        this.messages = messages;
        this.signals = signals;
        this.json = json;
    }

    /** Returns when the visitor has gone, has too many streams, or this node stops. */
    public void follow(Visitor visitor, Optional<ConversationId> conversation, int after, PrintWriter out) throws InterruptedException {
        ChatSubscription subscription = signals.join(visitor.id());
        try {
            new Following(visitor, conversation.orElse(null), after, out).run(subscription);
        } finally {
            signals.leave(visitor.id(), subscription);
        }
    }

    /** What of a state is news by itself; numbers of messages come with the messages. */
    private record Shown(ConversationId id, String state, @Nullable String agent, @Nullable Object waiting, @Nullable Object answerBy, @Nullable String endedBy) {
        static Shown of(ChatState state) {
            return new Shown(state.id(), state.state(), state.agent(), state.waiting(), state.answerBy(), state.endedBy());
        }
    }

    private final class Following {
        private final Visitor visitor;
        private final PrintWriter out;
        private @Nullable ConversationId conversation;
        private int sent;
        private @Nullable Shown shown;
        private int readByAgent;

        Following(Visitor visitor, @Nullable ConversationId conversation, int after, PrintWriter out) {
            this.visitor = visitor;
            this.conversation = conversation;
            this.sent = after;
            this.out = out;
        }

        void run(ChatSubscription subscription) throws InterruptedException {
            out.write(": welcome\n\n");
            long beatAt = System.nanoTime() + BEAT.toNanos();
            while (!subscription.isClosed()) {
                boolean waiting = news();
                subscription.typing().ifPresent(name -> write("typing", null, Map.of("name", name)));
                if (System.nanoTime() - beatAt >= 0) {
                    out.write(": beat\n\n");
                    beatAt = System.nanoTime() + BEAT.toNanos();
                }
                if (out.checkError()) return;
                Duration untilBeat = Duration.ofNanos(Math.max(1_000_000, beatAt - System.nanoTime()));
                Duration look = !signals.isListening() ? WHEN_DEAF : waiting ? WHILE_WAITING : BEAT;
                subscription.await(look.compareTo(untilBeat) < 0 ? look : untilBeat);
            }
        }

        /** @return whether the visitor waits for a person */
        private boolean news() {
            Optional<ChatRecord> current = chats.current(visitor.id());
            if (current.isEmpty()) return false;
            ChatState state = chats.state(current.get());
            if (!state.id().equals(conversation)) {
                // Another conversation than the reader has: all of it. Without a word about which, the number is believed.
                if (conversation != null) sent = 0;
                conversation = state.id();
            }
            Shown now = Shown.of(state);
            if (!now.equals(shown)) {
                write("state", null, state);
                if (shown == null) readByAgent = state.readByAgent();
                shown = now;
            }
            while (sent < state.lastSeq()) {
                List<MessageOut> page = messages.after(state.id(), sent);
                if (page.isEmpty()) break;
                for (MessageOut message : page) write("message", message.seq(), message);
                sent = page.getLast().seq();
            }
            if (state.readByAgent() > readByAgent) {
                readByAgent = state.readByAgent();
                write("read", null, Map.of("seq", readByAgent));
            }
            return state.state().equals("waiting");
        }

        private void write(String event, @Nullable Integer id, Object data) {
            if (id != null) out.write("id: " + id + "\n");
            out.write("event: " + event + "\ndata: " + json.writeValueAsString(data) + "\n\n");
        }
    }
}
