package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.internal.db.tables.records.ConsultRecord;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who hears what became of a question. */
@Component
class ConsultNews {
    private final DSLContext db;
    private final Conversations conversations;
    private final Returns returns;
    private final LiveStream live;

    ConsultNews(DSLContext db, Conversations conversations, Returns returns, LiveStream live) {
        this.db = db;
        this.conversations = conversations;
        this.returns = returns;
        this.live = live;
    }

    /** A conversation that somebody has in hand stays with him; he, like who asked, hears of it wherever he is. */
    void backToWhoAsked(ConsultRecord consult, String why) {
        returns.bringBack(conversations.lock(new ConversationId(consult.getConversationId())), new UserId(consult.getAskedBy()), why);
        told(consult, why);
    }

    /** Only to be known: the case stays as it is. @param why a key that screens translate */
    void told(ConsultRecord consult, String why) {
        Map<String, Object> payload = new HashMap<>(Map.of("consult", consult.getId(), "conversation", consult.getConversationId(),
                "department", consult.getDepartmentId(), "why", why));
        hear(consult).forEach(user -> live.publish(new LiveEvent("consult.came-back", Optional.of(new BrandId(consult.getBrandId())), partner(consult),
                Optional.of(Permission.CONTACTS_VIEW), Optional.of(new UserId(user)), payload)));
    }

    /** Who asked, and whoever has the conversation in hand by now. */
    private Set<UUID> hear(ConsultRecord consult) {
        Set<UUID> hear = new HashSet<>(Set.of(consult.getAskedBy()));
        conversations.openContact(new ConversationId(consult.getConversationId()))
                .map(ContactRecord::getAssignedTo)
                .ifPresent(hear::add);
        return hear;
    }

    /** News for whoever sees the conversation, and for the department: it carries no words. */
    void changed(ConsultRecord consult) {
        BrandId brand = new BrandId(consult.getBrandId());
        Map<String, ?> payload = Map.of("consult", consult.getId(), "conversation", consult.getConversationId(), "department", consult.getDepartmentId());
        live.publish(LiveEvent.ofBrand("consult.changed", brand, partner(consult), Permission.CONTACTS_VIEW, payload));
        live.publish(LiveEvent.ofBrand("consult.asked", brand, Optional.empty(), Permission.CONSULTS_ANSWER, Map.of("department", consult.getDepartmentId())));
    }

    private Optional<PartnerId> partner(ConsultRecord consult) {
        return db.select(CONTACT.PARTNER_ID).from(CONTACT).where(CONTACT.ID.eq(consult.getContactId()))
                .fetchOptional(CONTACT.PARTNER_ID).map(PartnerId::new);
    }
}
