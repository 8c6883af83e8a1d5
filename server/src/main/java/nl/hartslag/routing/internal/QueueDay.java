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
import nl.hartslag.routing.Supervision.QueueToday;
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

    QueueDay(GivenPromises promises, Organisation organisation, Clock clock) {
        this.promises = promises;
        this.organisation = organisation;
        this.clock = clock;
    }

    List<QueueToday> of(Access access, List<Queue> queues) {
        Instant now = clock.instant();
        Map<QueueId, OfQueue> found = new HashMap<>();
        queues.stream().map(Queue::brand).collect(Collectors.toSet()).stream()
                .filter(brand -> access.may(Permission.LIVE_VIEW, brand))
                .forEach(brand -> found.putAll(promises.ofQueues(access, brand, midnight(brand, now), now, now.plus(SOON))));
        return queues.stream().map(queue -> today(queue.id(), found.getOrDefault(queue.id(), OfQueue.NOTHING))).toList();
    }

    private static QueueToday today(QueueId queue, OfQueue promises) {
        return new QueueToday(queue, promises.answers(), promises.late(), promises.dueSoon());
    }

    private Instant midnight(BrandId brand, Instant now) {
        var zone = organisation.brand(brand).zone();
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }
}
