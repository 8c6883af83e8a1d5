package nl.hartslag.contacts;

import java.time.Instant;
import java.util.List;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Stores transfers of past contacts, as they were; nobody hears of it. For imports and the demo company. */
public interface TransfersImport {
    /** In one transaction. */
    void store(List<PastTransfer> transfers);

    /** @param to the queue it went to, or else {@code person} */
    record PastTransfer(
            ContactId contact, Instant at, UserId by, @Nullable QueueId from, @Nullable QueueId to, @Nullable UserId person, @Nullable TransferReasonId why) {}
}
