package nl.hartslag.contacts;

import java.util.Optional;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import org.jspecify.annotations.Nullable;

/** In which queue a contact stands when it opens; answered by the module that knows the queues. */
public interface FirstQueue {
    /** @param partner whose queue it is, when another company's */
    record Place(QueueId queue, Optional<PartnerId> partner) {}

    /** @param address of ours to which the customer wrote */
    Place of(BrandId brand, String channel, String medium, @Nullable String address, Optional<ReasonId> reason);
}
