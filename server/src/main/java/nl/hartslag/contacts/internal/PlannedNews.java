package nl.hartslag.contacts.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.PlannedAnswers.Why;
import nl.hartslag.contacts.internal.db.tables.records.ContactRecord;
import nl.hartslag.contacts.internal.db.tables.records.ConversationRecord;
import nl.hartslag.contacts.internal.db.tables.records.PlannedAnswerRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** Tells screens what becomes of answers that leave later. */
@Component
class PlannedNews {
    private static final String NOT_SENT = "answer.not-sent";
    private final Conversations conversations;
    private final LiveStream live;

    PlannedNews(Conversations conversations, LiveStream live) {
        this.conversations = conversations;
        this.live = live;
    }

    /** Whoever has the conversation on screen. */
    void changed(ConversationRecord conversation) {
        live.publish(LiveEvent.ofBrand("planned-answer.changed", new BrandId(conversation.getBrandId()), partner(conversation), Permission.CONTACTS_VIEW,
                Map.of("conversation", conversation.getId())));
    }

    void notSent(ConversationRecord conversation, PlannedAnswerRecord row, Why why) {
        changed(conversation);
        tell(conversation, row, Map.of("why", why.name()));
    }

    /** A colleague took it back, or threw it away. */
    void takenBack(ConversationRecord conversation, PlannedAnswerRecord row, Access by, boolean away) {
        changed(conversation);
        if (!by.user().value().equals(row.getAuthorId())) tell(conversation, row, Map.of("why", away ? "THROWN_AWAY" : "TAKEN_BACK", "by", by.name()));
    }

    /** To its author, while he may see the conversation at all. */
    private void tell(ConversationRecord conversation, PlannedAnswerRecord row, Map<String, Object> what) {
        Map<String, Object> payload = new HashMap<>(what);
        payload.putAll(Map.of("conversation", conversation.getId(), "brand", conversation.getBrandId(), "words", conversation.getSubject()));
        live.publish(new LiveEvent(NOT_SENT, Optional.of(new BrandId(conversation.getBrandId())), partner(conversation), Optional.of(Permission.CONTACTS_VIEW),
                Optional.of(new UserId(row.getAuthorId())), payload));
    }

    private Optional<PartnerId> partner(ConversationRecord conversation) {
        return conversations.lastContact(new ConversationId(conversation.getId())).map(ContactRecord::getPartnerId).map(PartnerId::new);
    }
}
