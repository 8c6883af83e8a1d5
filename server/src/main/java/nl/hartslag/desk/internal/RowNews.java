package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.ContactEvent.ContactRegistered;
import nl.hartslag.contacts.ContactEvent.ConversationRead;
import nl.hartslag.contacts.ContactEvent.DeliveryChanged;
import nl.hartslag.contacts.ContactEvent.MessageWritten;
import nl.hartslag.contacts.ContactEvent.Typing;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells the screens. A row that changes several times in one transaction is told once, as it is at the end. */
@Component
class RowNews {
    private final DSLContext database;
    private final LiveStream live;
    private final Watchers watchers;

    RowNews(DSLContext database, LiveStream live, Watchers watchers) {
        this.database = database;
        this.live = live;
        this.watchers = watchers;
    }

    void changed(ConversationId conversation) {
        pending().rows.add(conversation);
    }

    void written(MessageWritten event) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("conversation", event.conversation());
        payload.put("seq", event.seq());
        payload.put("direction", event.direction());
        if (event.author() != null) payload.put("author", event.author());
        pending().others.add(new Other("desk.message.written", event.conversation(), event.brand(), payload));
    }

    void delivery(DeliveryChanged event) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("conversation", event.conversation());
        payload.put("message", event.message());
        payload.put("delivery", event.delivery());
        if (event.detail() != null) payload.put("deliveryDetail", event.detail());
        pending().others.add(new Other("desk.delivery.changed", event.conversation(), event.brand(), payload));
    }

    void read(ConversationRead event) {
        if (event.user() != null) return;
        pending().others.add(new Other("desk.customer.read", event.conversation(), event.brand(),
                Map.of("conversation", event.conversation(), "seq", event.seq())));
    }

    /** The customer's typing; that of colleagues is seen by {@link Watchers}. */
    void typing(Typing event) {
        if (event.user() != null) return;
        pending().others.add(new Other("desk.customer.typing", event.conversation(), event.brand(),
                Map.of("conversation", event.conversation())));
    }

    void registered(ContactRegistered event) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("conversation", event.conversation());
        payload.put("contact", event.contact());
        var registration = event.registration();
        if (registration.reason() != null) payload.put("reason", registration.reason());
        if (registration.cause() != null) payload.put("cause", registration.cause());
        if (registration.result() != null) payload.put("result", registration.result());
        pending().others.add(new Other("desk.contact.registered", event.conversation(), event.brand(), payload));
    }

    private record Other(String kind, ConversationId conversation, BrandId brand, Map<String, ?> payload) {}

    private Pending pending() {
        for (var one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Pending known) return known;
        }
        var fresh = new Pending();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    private final class Pending implements TransactionSynchronization {
        private final Set<ConversationId> rows = new LinkedHashSet<>();
        private final Set<Other> others = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            var now = new LinkedHashMap<ConversationId, @Nullable DeskRow>();
            rows.forEach(id -> now.put(id, rowOf(id)));
            now.values().forEach(row -> {
                if (row != null) live.publish(LiveEvent.ofBrand("desk.row.changed", row.brand(),
                        Optional.ofNullable(row.partner()), Permission.CONTACTS_VIEW, Map.of("row", row)));
            });
            for (var other : others) {
                var row = now.computeIfAbsent(other.conversation(), RowNews.this::rowOf);
                Optional<PartnerId> partner = row == null ? Optional.empty() : Optional.ofNullable(row.partner());
                live.publish(LiveEvent.ofBrand(other.kind(), other.brand(), partner, Permission.CONTACTS_VIEW, other.payload()));
            }
        }
    }

    private @Nullable DeskRow rowOf(ConversationId id) {
        return database.selectFrom(CONVERSATION_ROW)
                .where(CONVERSATION_ROW.CONVERSATION_ID.eq(id.value()))
                .fetchOptional(RowColumns::read)
                .map(watchers::beside)
                .orElse(null);
    }
}
