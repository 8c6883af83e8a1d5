package nl.hartslag.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.hartslag.contacts.Transfers.Route;
import nl.hartslag.desk.web.TransfersController.NamedRoute;
import nl.hartslag.shared.QueueId;
import nl.hartslag.testing.Accesses;
import org.junit.jupiter.api.Test;

class TransferNamesTest {
    @Test
    void aQueueIsLookedUpOnceHoweverManyRowsNameItAndAlsoWhenItIsNotFound() {
        List<QueueId> asked = new ArrayList<>();
        TransferNames names = new TransferNames(Accesses.administrator(), id -> {
            asked.add(id);
            return Optional.empty();
        });
        QueueId queue = QueueId.next();
        for (int row = 0; row < 3; row++) assertThat(names.named(queue)).isNull();
        assertThat(asked).containsExactly(queue);
    }

    @Test
    void howWorkWentBetweenQueuesThatOneMayNotSeeIsNotTold() {
        TransferNames names = new TransferNames(Accesses.administrator(), _ -> Optional.empty());
        assertThat(names.routes(List.of(new Route(QueueId.next(), QueueId.next(), 4), new Route(QueueId.next(), QueueId.next(), 2), new Route(QueueId.next(), null, 3))))
                .extracting(NamedRoute::toPerson, NamedRoute::transfers).containsExactly(tuple(false, 6L), tuple(true, 3L));
    }
}
