package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;

import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells somebody that he has a contact in hand that he did not take himself. */
@Component
class GivenNews {
    private final DSLContext db;
    private final LiveStream live;

    GivenNews(DSLContext db, LiveStream live) {
        this.db = db;
        this.live = live;
    }

    /** @param why a key: how it came to him */
    void tell(ContactRecord contact, UserId person, String why) {
        String subject = db.select(CONVERSATION.SUBJECT).from(CONVERSATION).where(CONVERSATION.ID.eq(contact.getConversationId())).fetchSingle(CONVERSATION.SUBJECT);
        live.publish(new LiveEvent("contact.given", Optional.of(new BrandId(contact.getBrandId())), Optional.ofNullable(contact.getPartnerId()).map(PartnerId::new),
                Optional.of(Permission.CONTACTS_VIEW), Optional.of(person),
                Map.of("conversation", contact.getConversationId(), "words", subject, "why", why)));
    }
}
