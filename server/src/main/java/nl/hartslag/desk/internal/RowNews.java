package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.contacts.ContactEvent.CaseChanged;
import nl.hartslag.contacts.ContactEvent.ContactRegistered;
import nl.hartslag.contacts.ContactEvent.ConversationRead;
import nl.hartslag.contacts.ContactEvent.DeliveryChanged;
import nl.hartslag.contacts.ContactEvent.MessageWritten;
import nl.hartslag.contacts.ContactEvent.PromiseChanged;
import nl.hartslag.contacts.ContactEvent.RecipientsChanged;
import nl.hartslag.contacts.ContactEvent.Typing;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.desk.internal.search.SearchDue;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Makes what changed anew at the end of the transaction, once however often it changed, and tells the screens. */
@Component
class RowNews {
    private final DSLContext database;
    private final LiveStream live;
    private final Watchers watchers;
    private final RowMaker maker;
    private final SearchDue search;

    RowNews(DSLContext database, LiveStream live, Watchers watchers, RowMaker maker, SearchDue search) {
        this.database = database;
        this.live = live;
        this.watchers = watchers;
        this.maker = maker;
        this.search = search;
    }

    void changed(ConversationId conversation) {
        pending().rows.add(conversation);
    }

    /** What was said in it is gone. */
    void erased(ConversationId conversation) {
        changed(conversation);
        pending().erased.add(conversation);
    }

    void written(MessageWritten event) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("conversation", event.conversation());
        payload.put("seq", event.seq());
        payload.put("direction", event.direction());
        payload.put("purpose", event.purpose());
        payload.put("automatic", event.automatic());
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

    /** What stands beside the thread; a promise to answer that is not nearly due stands on the row alone. */
    void promise(PromiseChanged event) {
        pending().others.add(new Other("desk.promise.changed", event.conversation(), event.brand(),
                Map.of("conversation", event.conversation(), "promise", event.promise().id())));
    }

    /** Its case is another one, or has more or less in it. */
    void caseChanged(CaseChanged event) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("conversation", event.conversation());
        payload.put("case", event.caseId());
        if (event.by() != null) payload.put("by", event.by());
        pending().others.add(new Other("desk.case.changed", event.conversation(), event.brand(), payload));
    }

    void recipients(RecipientsChanged event) {
        pending().others.add(new Other("desk.recipients.changed", event.conversation(), event.brand(),
                Map.of("conversation", event.conversation())));
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
        if (registration.process() != null) payload.put("process", registration.process());
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
        private final Set<ConversationId> erased = new LinkedHashSet<>();
        private final Set<Other> others = new LinkedHashSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            List<LiveEvent> told = new ArrayList<>();
            var made = watchers.besideAll(maker.make(rows)).stream().collect(Collectors.toMap(DeskRow::conversation, row -> row));
            if (!erased.isEmpty()) search.forget(erased);
            made.values().forEach(row -> told.add(LiveEvent.ofBrand("desk.row.changed", row.brand(),
                    Optional.ofNullable(row.partner()), Permission.CONTACTS_VIEW, Map.of("row", row))));
            var partners = partners(others.stream().map(Other::conversation).filter(id -> !made.containsKey(id)).distinct().toList());
            made.values().stream().filter(row -> row.partner() != null).forEach(row -> partners.put(row.conversation(), row.partner()));
            others.forEach(other -> told.add(LiveEvent.ofBrand(other.kind(), other.brand(),
                    Optional.ofNullable(partners.get(other.conversation())), Permission.CONTACTS_VIEW, other.payload())));
            live.publish(told);
        }
    }

    /** Whose people see these conversations; no entry for those that are our own. */
    private Map<ConversationId, PartnerId> partners(Collection<ConversationId> conversations) {
        Map<ConversationId, PartnerId> found = new HashMap<>();
        if (conversations.isEmpty()) return found;
        database.select(CONVERSATION_ROW.CONVERSATION_ID, CONVERSATION_ROW.PARTNER_ID)
                .from(CONVERSATION_ROW)
                .where(CONVERSATION_ROW.CONVERSATION_ID.in(conversations.stream().map(ConversationId::value).toList()))
                .and(CONVERSATION_ROW.PARTNER_ID.isNotNull())
                .forEach(row -> found.put(new ConversationId(row.value1()), new PartnerId(row.value2())));
        return found;
    }
}
