package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;
import static nl.hartslag.contacts.internal.db.Tables.OUTBOX;
import static nl.hartslag.testing.Eventually.eventually;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import nl.hartslag.contacts.ContactEvent.DeliveryChanged;
import nl.hartslag.contacts.OutboundChannel;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.platform.RightOfWay;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.testing.MovableClock;
import nl.hartslag.testing.TestDatabase;
import nl.hartslag.testing.TestNode;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;

/** Nodes with nothing but the outbox, on one database, and a channel that does what a test wants. */
final class OutboxWorld {
    static final String CHANNEL = "letters";
    final TestDatabase database = TestDatabase.fresh();
    final DSLContext db = database.jooq();
    final MovableClock clock = new MovableClock();
    /** One world at a time: the pieces are made by the container, which knows no test. */
    private static volatile OutboxWorld current;
    /** What the channel does with a message; by default it goes. */
    volatile Function<OutboundChannel.OutboundMessage, OutboundChannel.Outcome> behaviour = message -> new OutboundChannel.Outcome.Sent("<" + message.id() + ">");
    /** The texts that reached the channel, in order. */
    final BlockingQueue<String> reached = new LinkedBlockingQueue<>();
    final Map<UUID, AtomicInteger> sends = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<DeliveryChanged> told = new ConcurrentLinkedQueue<>();
    /** How often telling of a delivery fails before it works. */
    final AtomicInteger tellingFails = new AtomicInteger();

    OutboxWorld() {
        current = this;
    }

    static final class Letters implements OutboundChannel {
        private final OutboxWorld world = current;

        @Override
        public String channel() {
            return CHANNEL;
        }

        @Override
        public Outcome send(OutboundMessage message) {
            world.reached.add(message.text());
            world.sends.computeIfAbsent(message.id().value(), id -> new AtomicInteger()).incrementAndGet();
            return world.behaviour.apply(message);
        }
    }

    static final class Ear {
        private final OutboxWorld world = current;

        @EventListener
        void on(DeliveryChanged event) {
            if (world.tellingFails.getAndUpdate(left -> Math.max(0, left - 1)) > 0) throw new IllegalStateException("telling fails on purpose");
            world.told.add(event);
        }
    }

    /** Who looks at the list of what did not arrive is tested elsewhere. */
    static final class Quiet implements LiveStream {
        @Override
        public void publish(List<LiveEvent> events) {
            // nobody looks
        }
    }

    TestNode node() {
        return new TestNode(database, clock, Letters.class, Ear.class, OutboxTable.class, Deliveries.class, Quiet.class, UndeliveredNews.class,
                OutboxMessages.class, OutboxWorkers.class, RightOfWay.class);
    }

    /** One in which nothing is sent but by hand. */
    TestNode nodeWithoutWorkers() {
        return new TestNode(database, clock, OutboxTable.class);
    }

    ConversationRecord aConversation() {
        Instant now = clock.instant();
        var owner = db.newRecord(CASES);
        owner.setId(Uuid7.next());
        owner.setBrandId(UUID.randomUUID());
        owner.setSubject("Pakje");
        owner.setState("open");
        owner.setOpenedAt(now);
        owner.insert();
        ConversationRecord conversation = db.newRecord(CONVERSATION);
        conversation.setId(Uuid7.next());
        conversation.setBrandId(owner.getBrandId());
        conversation.setCaseId(owner.getId());
        conversation.setChannel(CHANNEL);
        conversation.setSubject("Pakje");
        conversation.setStartedAt(now);
        conversation.setLastMessageAt(now);
        conversation.insert();
        return conversation;
    }

    /** A message that must leave now. */
    UUID leaves(TestNode node, ConversationRecord conversation, String text) {
        return leaves(node, conversation, text, clock.instant());
    }

    UUID leaves(TestNode node, ConversationRecord conversation, String text, Instant notBefore) {
        return leaves(node, conversation, text, notBefore, false);
    }

    UUID leaves(TestNode node, ConversationRecord conversation, String text, Instant notBefore, boolean canWait) {
        UUID id = Uuid7.next();
        node.inTransaction(() -> {
            DSLContext own = node.get(DSLContext.class);
            int seq = own.fetchCount(MESSAGE, MESSAGE.CONVERSATION_ID.eq(conversation.getId())) + 1;
            MessageRecord message = own.newRecord(MESSAGE);
            message.setId(id);
            message.setConversationId(conversation.getId());
            message.setBrandId(conversation.getBrandId());
            message.setSeq(seq);
            message.setDirection("out");
            message.setAuthorKind("user");
            message.setAuthorName("Noor");
            message.setAt(clock.instant());
            message.setText(text);
            message.setDelivery("queued");
            message.insert();
            OutboxTable outbox = node.get(OutboxTable.class);
            outbox.add(List.of(outbox.row(conversation, message, notBefore, CHANNEL, canWait)));
        });
        return id;
    }

    OutboxRecord row(UUID message) {
        return db.selectFrom(OUTBOX).where(OUTBOX.MESSAGE_ID.eq(message)).fetchSingle();
    }

    String delivery(UUID message) {
        return db.select(MESSAGE.DELIVERY).from(MESSAGE).where(MESSAGE.ID.eq(message)).fetchSingle().value1();
    }

    List<OutboxRecord> rows(ConversationRecord conversation) {
        return db.selectFrom(OUTBOX).where(OUTBOX.CONVERSATION_ID.eq(conversation.getId())).orderBy(OUTBOX.ID).fetch();
    }

    /** Waits for other threads, which do their work when they are woken. */
    void await(String what, BooleanSupplier condition) {
        eventually(condition, () -> "still waiting until " + what + "\n" + db.selectFrom(OUTBOX).fetch());
    }

    void awaitState(UUID message, String state) {
        await(message + " is " + state, () -> row(message).getState().equals(state));
    }
}
