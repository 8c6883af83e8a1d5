package nl.hartslag.feedback.internal.followups;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.feedback.internal.db.tables.records.FollowUpRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** Keeps lists of follow-ups live, and reminds their owners. */
@Component
class FollowUpNews {
    private final LiveStream live;

    FollowUpNews(LiveStream live) {
        this.live = live;
    }

    void changed(FollowUpRecord row) {
        live.publish(LiveEvent.ofBrand(
                "follow-up.changed",
                new BrandId(row.getBrandId()),
                Optional.ofNullable(row.getPartnerId()).map(PartnerId::new),
                Permission.FOLLOW_UPS_VIEW,
                payload(row)));
    }

    void reminded(FollowUpRecord row) {
        if (row.getOwnerId() == null) return;
        live.publish(LiveEvent.ofUser("follow-up.reminded", new UserId(row.getOwnerId()), payload(row)));
    }

    private static Map<String, Object> payload(FollowUpRecord row) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("id", row.getId());
        payload.put("brand", row.getBrandId());
        payload.put("state", row.getState());
        payload.put("version", row.getVersion());
        payload.put("dueAt", row.getDueAt().toString());
        if (row.getOwnerId() != null) payload.put("owner", row.getOwnerId());
        return payload;
    }
}
