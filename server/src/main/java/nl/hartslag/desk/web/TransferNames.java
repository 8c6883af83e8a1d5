package nl.hartslag.desk.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.hartslag.contacts.Transfers;
import nl.hartslag.contacts.Transfers.Route;
import nl.hartslag.desk.web.TransfersController.NamedMove;
import nl.hartslag.desk.web.TransfersController.NamedQueue;
import nl.hartslag.desk.web.TransfersController.NamedRoute;
import nl.hartslag.desk.web.TransfersController.TransferredRow;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.shared.QueueId;
import org.jspecify.annotations.Nullable;

/** Names of queues for one answer, also those that are closed by now, as far as this person may see their work. Each is looked up once. */
final class TransferNames {
    private final Access access;
    private final Function<QueueId, Optional<Queue>> queues;
    private final Map<QueueId, Optional<String>> known = new HashMap<>();

    TransferNames(Access access, Function<QueueId, Optional<Queue>> queues) {
        this.access = access;
        this.queues = queues;
    }

    @Nullable String of(QueueId id) {
        return known.computeIfAbsent(id, each -> queues.apply(each).filter(queue -> access.sees(queue.brand(), queue.partner())).map(Queue::name)).orElse(null);
    }

    @Nullable NamedQueue named(@Nullable QueueId id) {
        String name = id == null ? null : of(id);
        return name == null ? null : new NamedQueue(id, name);
    }

    /** Queues without a name for this person are one: how work went between them is not his to see. */
    List<NamedRoute> routes(List<Route> routes) {
        return routes.stream()
                .collect(Collectors.groupingBy(
                        one -> new NamedRoute(named(one.from()), named(one.to()), one.to() == null, 0), LinkedHashMap::new, Collectors.summingLong(Route::transfers)))
                .entrySet().stream()
                .map(each -> new NamedRoute(each.getKey().from(), each.getKey().to(), each.getKey().toPerson(), each.getValue()))
                .sorted(Comparator.comparingLong(NamedRoute::transfers).reversed())
                .toList();
    }

    TransferredRow row(Transfers.Row row) {
        return new TransferredRow(
                row.contact(),
                row.conversation(),
                row.caseId(),
                row.caseNumber(),
                row.subject(),
                row.customerName(),
                row.brand(),
                row.channel(),
                named(row.queue()),
                row.openedAt(),
                row.repeat(),
                row.moves().stream()
                        .map(move -> new NamedMove(move.at(), named(move.from()), named(move.to()), move.to() == null, move.whyNl(), move.whyEn()))
                        .toList());
    }
}
