package nl.hartslag.contacts.internal.gestures;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.contacts.GestureGiven;
import nl.hartslag.contacts.GestureTakenBack;
import nl.hartslag.contacts.internal.db.tables.records.GestureRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.GestureChoiceId;
import nl.hartslag.shared.GestureId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells screens and other modules what became of a gesture. */
@Component
class GestureNews {
    private final LiveStream live;
    private final ApplicationEventPublisher events;

    GestureNews(LiveStream live, ApplicationEventPublisher events) {
        this.live = live;
        this.events = events;
    }

    void changed(GestureRecord row) {
        publish("gesture.changed", row, Permission.CONTACTS_VIEW, Optional.empty());
    }

    /** To whoever may decide. */
    void asked(GestureRecord row) {
        publish("gesture.asked", row, Permission.GESTURES_APPROVE, Optional.empty());
    }

    /** To whoever asked. */
    void decided(GestureRecord row) {
        publish("gesture.decided", row, Permission.CONTACTS_VIEW, Optional.of(new UserId(row.getGiverId())));
    }

    void given(GestureRecord row) {
        if (row.getCustomerId() == null) return;
        events.publishEvent(new GestureGiven(new GestureId(row.getId()), new GestureChoiceId(row.getChoiceId()), new BrandId(row.getBrandId()),
                new CustomerId(row.getCustomerId()), row.getGivenAt()));
    }

    void takenBack(GestureRecord row) {
        events.publishEvent(new GestureTakenBack(new GestureId(row.getId()), new BrandId(row.getBrandId()), row.getEndedAt()));
    }

    private void publish(String kind, GestureRecord row, Permission permission, Optional<UserId> person) {
        Map<String, Object> payload = new HashMap<>(Map.of("gesture", row.getId(), "conversation", row.getConversationId(), "brand", row.getBrandId(),
                "state", row.getState(), "giver", row.getGiverId()));
        if (row.getCustomerId() != null) payload.put("customer", row.getCustomerId());
        live.publish(new LiveEvent(kind, Optional.of(new BrandId(row.getBrandId())), Optional.ofNullable(row.getPartnerId()).map(PartnerId::new),
                Optional.of(permission), person, payload));
    }
}
