package nl.hartslag.routing.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.OfQueue;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.routing.Supervision.QueueToday;
import nl.hartslag.routing.Supervision.ShareToday;
import nl.hartslag.routing.internal.PlaceNames.Names;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import org.springframework.stereotype.Component;

/** The promises of each queue today, from the facts that <i>Promises</i> is made of. A day begins at midnight of the brand. */
@Component
class QueueDay {
    private static final Duration SOON = Duration.ofHours(1);
    private final GivenPromises promises;
    private final Organisation organisation;
    private final Clock clock;
    private final SharesTaken taken;
    private final PlaceNames places;

    QueueDay(GivenPromises promises, Organisation organisation, Clock clock, SharesTaken taken, PlaceNames places) {
        this.promises = promises;
        this.organisation = organisation;
        this.clock = clock;
        this.taken = taken;
        this.places = places;
    }

    List<QueueToday> of(Access access, List<Queue> queues) {
        Instant now = clock.instant();
        Map<QueueId, OfQueue> found = new HashMap<>();
        queues.stream().map(Queue::brand).collect(Collectors.toSet()).stream()
                .filter(brand -> access.may(Permission.LIVE_VIEW, brand))
                .forEach(brand -> found.putAll(promises.ofQueues(access, brand, midnight(organisation, brand, now), now, now.plus(SOON))));
        List<Queue> shared = queues.stream().filter(queue -> queue.search().sharing().shared()).toList();
        var counts = taken.counts(shared);
        Names names = shared.isEmpty() ? new Names(Map.of(), Map.of()) : places.read();
        return queues.stream()
                .map(queue -> today(queue, found.getOrDefault(queue.id(), OfQueue.NOTHING), counts.getOrDefault(queue.id(), Map.of()), names))
                .toList();
    }

    private QueueToday today(Queue queue, OfQueue promises, Map<Share, Integer> counts, Names names) {
        return new QueueToday(queue.id(), promises.answers(), promises.late(), promises.dueSoon(), queue.search().sharing().shares().stream()
                .map(share -> new ShareToday(
                        names.partner(share.partner()), names.site(share.site()), share.percent(), counts.getOrDefault(SharesTaken.whose(share), 0)))
                .toList());
    }

    static Instant midnight(Organisation organisation, BrandId brand, Instant now) {
        var zone = organisation.brand(brand).zone();
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
