package nl.hartslag.testing;

import nl.hartslag.contacts.Transfer;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Transfers for a reason that every installation begins with, where the test is about something else. */
public final class Handed {
    /** <i>Other</i>. */
    public static final TransferReasonId OTHER = TransferReasonId.of("0193d000-0000-7000-8000-000000000006");

    private Handed() {}

    public static Transfer to(@Nullable QueueId queue, @Nullable UserId user, String note) {
        return new Transfer(queue, user, note, OTHER);
    }
}
