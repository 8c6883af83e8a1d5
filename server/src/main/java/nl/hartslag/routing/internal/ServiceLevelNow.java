package nl.hartslag.routing.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.hartslag.contacts.GivenPromises;
import nl.hartslag.contacts.GivenPromises.Decided;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.ServiceLevel;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import org.springframework.stereotype.Component;

/** Adds up the answers of each queue, whose shares cannot be added. */
@Component
class ServiceLevelNow implements ServiceLevel {
    private final GivenPromises promises;
    private final Routing routing;
    private final Clock clock;

    ServiceLevelNow(GivenPromises promises, Routing routing, Clock clock) {
        this.promises = promises;
        this.routing = routing;
        this.clock = clock;
    }

    @Override
    public Now now(Access access) {
        access.require(Permission.LIVE_VIEW);
        Instant now = clock.instant();
        List<Queue> queues = routing.queuesInSight(access.within(Permission.LIVE_VIEW));
        Map<QueueId, Decided> decided = new HashMap<>();
        queues.stream().map(Queue::brand).distinct().forEach(brand -> decided.putAll(promises.decided(access, brand, now.minus(SPAN), now)));
        Map<BrandId, Decided> brands = queues.stream().collect(Collectors.groupingBy(
                Queue::brand, Collectors.mapping(queue -> of(decided, queue), Collectors.reducing(Decided.NOTHING, Decided::and))));
        return new Now(
                (int) SPAN.toMinutes(),
                brands.values().stream().reduce(Decided.NOTHING, Decided::and).share(),
                brands.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparing(BrandId::value)))
                        .map(each -> new OfBrand(each.getKey(), each.getValue().share())).toList(),
                queues.stream().map(queue -> new OfQueue(queue.id(), of(decided, queue).share())).toList());
    }

    private static Decided of(Map<QueueId, Decided> decided, Queue queue) {
        return decided.getOrDefault(queue.id(), Decided.NOTHING);
    }
}
