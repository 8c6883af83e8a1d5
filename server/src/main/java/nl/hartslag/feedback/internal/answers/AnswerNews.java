package nl.hartslag.feedback.internal.answers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** Tells an answer at once to whoever handled the contact, and to those who listen to the brand. */
@Component
class AnswerNews {
    private final LiveStream live;

    AnswerNews(LiveStream live) {
        this.live = live;
    }

    void received(ResponseRecord row) {
        publish("response.received", row);
    }

    void changed(ResponseRecord row) {
        publish("response.changed", row);
    }

    private void publish(String kind, ResponseRecord row) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", row.getId());
        payload.put("brand", row.getBrandId());
        payload.put("conversation", row.getConversationId());
        payload.put("score", row.getScore());
        if (row.getWhy() != null) payload.put("why", row.getWhy());
        if (row.getEmotion() != null) payload.put("emotion", row.getEmotion());
        payload.put("answeredAt", row.getAnsweredAt().toString());
        if (row.getUserId() != null) {
            Map<String, Object> mine = new LinkedHashMap<>(payload);
            mine.put("mine", true);
            live.publish(LiveEvent.ofUser(kind, new UserId(row.getUserId()), mine));
        }
        live.publish(LiveEvent.ofBrand(
                kind,
                new BrandId(row.getBrandId()),
                Optional.ofNullable(row.getPartnerId()).map(PartnerId::new),
                Permission.LISTEN_VIEW,
                payload));
    }
}
