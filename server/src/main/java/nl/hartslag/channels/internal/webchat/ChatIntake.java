package nl.hartslag.channels.internal.webchat;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;
import static nl.hartslag.channels.internal.db.Tables.PLACEMENT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
import nl.hartslag.contacts.InboundMessage.NewAttachment;
import nl.hartslag.platform.blobs.Blobs;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.shared.AccountId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.EnvelopeId;
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
    Taken take(Widget widget, IncomingChat in, Supplier<List<NewAttachment>> files) {
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

    private Taken takeNow(Widget widget, IncomingChat in, Supplier<List<NewAttachment>> files) {
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
        placeEarlier(widget, visitor, stored.id().value());
        Placed placed = placing.place(widget, visitor, whole, stored.id(), clock.instant());
        store.settle(stored.id(), settled(stored.id(), placed, widget, visitor, whole));
        return new Taken(Optional.of(placed), false);
    }

    private IntakeStore.Stored storeOnly(Widget widget, IncomingChat in) {
        byte[] raw = json.writeValueAsString(in).getBytes(StandardCharsets.UTF_8);
        return store.store(new IncomingEnvelope(adapter(), source(widget), providerId(in), kind(in), List.of(widget.brand()), in.visitor(),
                Map.of("widget", widget.id().toString()), Spool.of(raw)));
    }

    /** What this visitor sent before and still waits goes first; it may be waiting for its next try. */
    private void placeEarlier(Widget widget, VisitorRecord visitor, UUID than) {
        var before = db.select(ENVELOPE.SEQ).from(ENVELOPE).where(ENVELOPE.ID.eq(than));
        db.selectFrom(ENVELOPE)
                .where(ENVELOPE.STATE.eq("waiting")).and(ENVELOPE.SET_ASIDE.isFalse()).and(ENVELOPE.SOURCE.eq(source(widget)))
                .and(ENVELOPE.PROVIDER_ID.startsWith(visitor.getId().toString())).and(ENVELOPE.SEQ.lt(before))
                .orderBy(ENVELOPE.SEQ)
                .fetch()
                .forEach(row -> {
                    EnvelopeId id = new EnvelopeId(row.getId());
                    IncomingChat in = late(read(row.getBlobHash()));
                    store.settle(id, settled(id, placing.place(widget, visitor, in, id, row.getReceivedAt()), widget, visitor, in));
                });
    }

    private static Optional<Placed> placedBefore(EnvelopeRecord known) {
        if (known.getState().equals("refused")) {
            throw Problem.of("webchat/refused", 409);
        }
        Map<String, Object> proof = Json.map(known.getProof());
        if (!(proof.get(CONVERSATION) instanceof String conversation) || !(proof.get(SEQ) instanceof Number seq)) return Optional.empty();
        return Optional.of(new Placed(ConversationId.of(conversation), seq.intValue(), "duplicate"));
    }

    /** As for mail, the ledger says who it was from, what it was about and where it was put. */
    private Settled settled(EnvelopeId envelope, Placed placed, Widget widget, VisitorRecord visitor, IncomingChat in) {
        Map<String, Object> proof = new HashMap<>(Map.of(CONVERSATION, placed.conversation().toString(), SEQ, placed.seq(),
                "identity", Visitors.isProven(visitor) ? "signed" : "none", "subject", ChatPlacing.firstWords(in)));
        placing.sender(widget, visitor, in).ifPresent(from -> proof.put("from", from));
        db.insertInto(PLACEMENT)
                .set(PLACEMENT.ACCOUNT_ID, widget.id().value())
                .set(PLACEMENT.BRAND_ID, widget.brand().value())
                .set(PLACEMENT.ENVELOPE_ID, envelope.value())
                .set(PLACEMENT.CONVERSATION_ID, placed.conversation().value())
                .set(PLACEMENT.WHY, placed.outcome().equals("continued") ? "same_visitor" : "nothing_matches")
                .set(PLACEMENT.PLACED_AT, clock.instant())
                .execute();
        return Settled.placed(placed.outcome(), proof);
    }

    private static IncomingChat withFiles(IncomingChat in, List<NewAttachment> files) {
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
    public String fileEnding() {
        return ".json";
    }

    @Override
    public Prepared prepare(Envelope envelope) {
        IncomingChat in = read(envelope.blobHash());
        Widget widget = widgets.byId(AccountId.of(envelope.source())).orElseThrow(() -> Problem.of("webchat/unknown-widget", 404));
        return () -> {
            VisitorRecord visitor = visitors.lock(UUID.fromString(in.visitor()));
            placeEarlier(widget, visitor, envelope.id().value());
            return settled(envelope.id(), placing.place(widget, visitor, late(in), envelope.id(), envelope.receivedAt()), widget, visitor, in);
        };
    }

    private IncomingChat read(String blobHash) {
        try (InputStream raw = blobs.open(blobHash)) {
            return json.readValue(raw.readAllBytes(), IncomingChat.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the conversation it belonged to is over by now, it begins one: a visitor's words are not thrown away. */
    private static IncomingChat late(IncomingChat in) {
        return in.kind().equals("message")
                ? new IncomingChat("begin", in.visitor(), in.clientKey(), null, null, null, in.text(), in.language(), in.files()) : in;
    }
}
