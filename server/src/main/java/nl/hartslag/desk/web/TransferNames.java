package nl.hartslag.desk.web;

import nl.hartslag.contacts.Transfers;
import nl.hartslag.desk.web.TransfersController.NamedMove;
import nl.hartslag.desk.web.TransfersController.NamedQueue;
import nl.hartslag.desk.web.TransfersController.TransferredRow;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.shared.QueueId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names of queues, also those that are closed by now, as far as somebody may see their work. */
@Component
class TransferNames {
    private final Routing routing;

    TransferNames(Routing routing) {
        this.routing = routing;
    }

    @Nullable String of(Access access, QueueId id) {
        return routing.queue(id).filter(queue -> access.sees(queue.brand(), queue.partner())).map(Queue::name).orElse(null);
    }

    @Nullable NamedQueue named(Access access, @Nullable QueueId id) {
        String name = id == null ? null : of(access, id);
        return name == null ? null : new NamedQueue(id, name);
    }

    TransferredRow row(Access access, Transfers.Row row) {
        return new TransferredRow(
                row.contact(),
                row.conversation(),
                row.caseId(),
                row.caseNumber(),
                row.subject(),
                row.customerName(),
                row.brand(),
                row.channel(),
                named(access, row.queue()),
                row.openedAt(),
                row.repeat(),
                row.moves().stream()
                        .map(move -> new NamedMove(move.at(), named(access, move.from()), named(access, move.to()), move.to() == null, move.whyNl(), move.whyEn()))
                        .toList());
    }
}
