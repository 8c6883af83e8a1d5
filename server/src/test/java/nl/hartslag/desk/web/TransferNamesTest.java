package nl.hartslag.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
}
