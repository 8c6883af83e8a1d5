package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.MESSAGE;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.internal.db.tables.records.MessageRecord;
import nl.hartslag.contacts.internal.db.tables.records.OutboxRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells the list that it changed, and the people concerned that their answer did not arrive. */
@Component
class UndeliveredNews {
    private final DSLContext db;
    private final LiveStream live;

    UndeliveredNews(DSLContext db, LiveStream live) {
        this.db = db;
        this.live = live;
    }

    /** @param stopped it does not go on by itself, so who wrote it and who has the contact in hand must know */
    void changed(OutboxRecord row, boolean stopped) {
        Map<String, ?> payload = Map.of("message", row.getMessageId(), "conversation", row.getConversationId(), "stopped", stopped);
        live.publish(LiveEvent.ofBrand("contacts.undelivered.changed", new BrandId(row.getBrandId()), Optional.empty(),
                Permission.OUTBOX_VIEW, payload));
        concerned(row).forEach(user -> live.publish(LiveEvent.ofUser("contacts.undelivered.mine", new UserId(user), payload)));
    }

    private Set<UUID> concerned(OutboxRecord row) {
        MessageRecord message = db.selectFrom(MESSAGE).where(MESSAGE.ID.eq(row.getMessageId())).fetchSingle();
        Set<UUID> users = new LinkedHashSet<>();
        if (!message.getPurpose().equals("conversation")) return users;
        if (message.getAuthorKind().equals("user") && message.getAuthorId() != null) users.add(message.getAuthorId());
        db.select(CONTACT.ASSIGNED_TO)
                .from(CONTACT)
                .where(CONTACT.CONVERSATION_ID.eq(row.getConversationId()))
                .and(CONTACT.STATE.eq("assigned"))
                .fetchOptional(CONTACT.ASSIGNED_TO)
                .ifPresent(users::add);
        return users;
    }
}
