package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.QUEUE_SHARE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.routing.Routing.Sharing;
import nl.hartslag.routing.internal.db.tables.records.QueueShareRecord;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SiteId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Over whom the queues are shared, as it is stored. */
final class Sharings {
    private Sharings() {}

    static Map<UUID, List<Share>> read(DSLContext db) {
        return db.selectFrom(QUEUE_SHARE).orderBy(QUEUE_SHARE.QUEUE_ID, QUEUE_SHARE.PLACE).fetch().stream()
                .collect(Collectors.groupingBy(QueueShareRecord::getQueueId, Collectors.mapping(Sharings::share, Collectors.toList())));
    }

    static Share share(QueueShareRecord row) {
        return share(row.getPartnerId(), row.getSiteId(), row.getPercent());
    }

    static Share share(@Nullable UUID partner, @Nullable UUID site, int percent) {
        return new Share(Optional.ofNullable(partner).map(PartnerId::new), Optional.ofNullable(site).map(SiteId::new), percent);
    }

    /** Unchanged shares keep what each is due; changed ones begin anew. */
    static void write(DSLContext db, QueueId queue, Sharing sharing) {
        if (db.selectFrom(QUEUE_SHARE).where(QUEUE_SHARE.QUEUE_ID.eq(queue.value())).orderBy(QUEUE_SHARE.PLACE)
                .fetch(Sharings::share).equals(sharing.shares())) return;
        db.deleteFrom(QUEUE_SHARE).where(QUEUE_SHARE.QUEUE_ID.eq(queue.value())).execute();
        for (int place = 1; place <= sharing.shares().size(); place++) {
            Share share = sharing.shares().get(place - 1);
            db.insertInto(QUEUE_SHARE)
                    .set(QUEUE_SHARE.QUEUE_ID, queue.value())
                    .set(QUEUE_SHARE.PLACE, place)
                    .set(QUEUE_SHARE.PARTNER_ID, share.partner().map(PartnerId::value).orElse(null))
                    .set(QUEUE_SHARE.SITE_ID, share.site().map(SiteId::value).orElse(null))
                    .set(QUEUE_SHARE.PERCENT, share.percent())
                    .execute();
        }
    }
}
