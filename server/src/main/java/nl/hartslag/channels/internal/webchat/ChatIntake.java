package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.channels.Widgets.Widget;
import nl.hartslag.channels.internal.db.tables.records.EnvelopeRecord;
import nl.hartslag.channels.internal.db.tables.records.VisitorRecord;
import nl.hartslag.channels.internal.intake.Envelope;
import nl.hartslag.channels.internal.intake.EnvelopeProcessor;
import nl.hartslag.channels.internal.intake.IncomingEnvelope;
import nl.hartslag.channels.internal.intake.IntakeSignal;
import nl.hartslag.channels.internal.intake.IntakeStore;
import nl.hartslag.channels.internal.intake.Json;
import nl.hartslag.channels.internal.intake.Spool;
import nl.hartslag.channels.internal.webchat.ChatPlacing.Placed;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes in what visitors send through the ledger every adapter shares. Someone waits at the other end, so envelope and message are
 * written in one commit; when the message cannot be placed, the envelope alone is stored and the intake's workers go on with it.
 */
@Component
class ChatIntake implements EnvelopeProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(ChatIntake.class);
    private static final String CONVERSATION = "conversation";
    private static final String SEQ = "seq";
    private final DSLContext db;
    private final IntakeStore store;
    private final IntakeSignal signal;
    private final ChatPlacing placing;
    private final Visitors visitors;
    private final WidgetTable widgets;
    private final Blobs blobs;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChatIntake(DSLContext db, IntakeStore store, IntakeSignal signal, ChatPlacing placing, Visitors visitors, WidgetTable widgets,
               Blobs blobs, JsonMapper json, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.store = store;
        this.signal = signal;
        this.placing = placing;
        this.visitors = visitors;
        this.widgets = widgets;
        this.blobs = blobs;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param placed empty when it is safe and will be placed by a worker */
    record Taken(Optional<Placed> placed, boolean repeated) {}

    /**
     * Stores and places.
     *
     * @param files runs in the transaction and says which files go with it; they are used up
     */
    Taken take(Widget widget, IncomingChat in, java.util.function.Supplier<List<nl.hartslag.contacts.InboundMessage.NewAttachment>> files) {
        try {
            return transaction.execute(status -> takeNow(widget, in, files));
        } catch (Problem refused) {
            throw refused;
        } catch (RuntimeException failed) {
            LOG.warn("a chat message waits for a worker: {}", failed.getClass().getSimpleName());
            LOG.debug("why it waits", failed);
            Taken later = transaction.execute(status -> new Taken(Optional.empty(), storeOnly(widget, withFiles(in, files.get())).repeated()));
            signal.raise();
            return later;
        }
    }

    private Taken takeNow(Widget widget, IncomingChat in, java.util.function.Supplier<List<nl.hartslag.contacts.InboundMessage.NewAttachment>> files) {
        VisitorRecord visitor = visitors.lock(UUID.fromString(in.visitor()));
        Optional<EnvelopeRecord> known = db.selectFrom(ENVELOPE)
                .where(ENVELOPE.SOURCE.eq(source(widget))).and(ENVELOPE.PROVIDER_ID.eq(providerId(in))).and(ENVELOPE.KIND.eq(kind(in)))
                .fetchOptional();
        if (known.isPresent()) {
            db.update(ENVELOPE).set(ENVELOPE.REPEATS, ENVELOPE.REPEATS.plus(1)).where(ENVELOPE.ID.eq(known.get().getId())).execute();
            return new Taken(placedBefore(known.get()), true);
        }
        IncomingChat whole = withFiles(in, files.get());
        var stored = storeOnly(widget, whole);
        // What came before and still waits goes first.
        if (othersWait(widget, in, stored.id().value())) return new Taken(Optional.empty(), false);
        Placed placed = placing.place(widget, visitor, whole, stored.id(), clock.instant());
        store.settle(stored.id(), settled(placed, Visitors.isProven(visitor)));
        return new Taken(Optional.of(placed), false);
    }

    private IntakeStore.Stored storeOnly(Widget widget, IncomingChat in) {
        byte[] raw = json.writeValueAsString(in).getBytes(StandardCharsets.UTF_8);
        return store.store(new IncomingEnvelope(adapter(), source(widget), providerId(in), kind(in), List.of(widget.brand()), in.visitor(),
                Map.of("widget", widget.id().toString()), Spool.of(raw)));
    }

    private boolean othersWait(Widget widget, IncomingChat in, UUID mine) {
        return db.fetchExists(ENVELOPE, ENVELOPE.STATE.eq("waiting").and(ENVELOPE.SET_ASIDE.isFalse())
                .and(ENVELOPE.SOURCE.eq(source(widget))).and(ENVELOPE.PROVIDER_ID.startsWith(in.visitor())).and(ENVELOPE.ID.ne(mine)));
    }

    private static Optional<Placed> placedBefore(EnvelopeRecord known) {
        if (known.getState().equals("refused")) {
            throw Problem.of("webchat/refused", 409);
        }
        Map<String, Object> proof = Json.map(known.getProof());
        if (!(proof.get(CONVERSATION) instanceof String conversation) || !(proof.get(SEQ) instanceof Number seq)) return Optional.empty();
        return Optional.of(new Placed(ConversationId.of(conversation), seq.intValue(), "duplicate"));
    }

    private static Settled settled(Placed placed, boolean proven) {
        return Settled.placed(placed.outcome(),
                Map.of(CONVERSATION, placed.conversation().toString(), SEQ, placed.seq(), "identity", proven ? "signed" : "none"));
    }

    private static IncomingChat withFiles(IncomingChat in, List<nl.hartslag.contacts.InboundMessage.NewAttachment> files) {
        return new IncomingChat(in.kind(), in.visitor(), in.clientKey(), in.reason(), in.name(), in.email(), in.text(), in.language(), files);
    }

    private static String source(Widget widget) {
        return widget.id().toString();
    }

    /** The first message and a later one share their keys, since a client may repeat the one as the other. */
    private static String kind(IncomingChat in) {
        return in.kind().equals("mail") ? "mail" : "message";
    }

    private static String providerId(IncomingChat in) {
        return in.visitor() + ":" + in.clientKey();
    }

    @Override
    public String adapter() {
        return ChatChannel.NAME;
    }

    @Override
    public Prepared prepare(Envelope envelope) throws IOException {
        IncomingChat in;
        try (InputStream raw = blobs.open(envelope.blobHash())) {
            in = json.readValue(raw.readAllBytes(), IncomingChat.class);
        }
        Widget widget = widgets.byId(AccountId.of(envelope.source())).orElseThrow(() -> Problem.of("webchat/unknown-widget", 404));
        return () -> {
            VisitorRecord visitor = visitors.lock(UUID.fromString(in.visitor()));
            // When the conversation it belonged to is over by now, it begins one: a visitor's words are not thrown away.
            IncomingChat late = in.kind().equals("message")
                    ? new IncomingChat("begin", in.visitor(), in.clientKey(), null, null, null, in.text(), in.language(), in.files()) : in;
            return settled(placing.place(widget, visitor, late, envelope.id(), envelope.receivedAt()), Visitors.isProven(visitor));
        };
    }
}
