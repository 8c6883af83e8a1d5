package nl.hartslag.desk;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.contacts.WhileWaiting.Outcome;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/** What waits in one queue, for who watches over it, and what he does with several of it at once. */
public interface QueueWork {
    int MOST_ROWS = 100;
    int MOST_AT_ONCE = 100;

    /**
     * In the order in which it is its turn. Needs {@code live.view} and {@code contacts.view}. Refused with {@code routing/queue/not-found} for a
     * queue that may not be seen.
     *
     * @param search words of the customer's name or the subject, an address, or a case number
     */
    Page<WaitingRow> waiting(Access access, QueueId queue, Optional<String> search, @Nullable String cursor, int limit);

    /**
     * Gives each more or less haste, if it still waits there. Needs {@code contacts.assign}. What may not be seen is gone; {@code contacts/not-found}
     * when that is all there is.
     */
    List<Acted> prioritise(Access access, QueueId queue, Set<ContactId> contacts, Priority priority);

    /**
     * Hands each over, if it still waits there. Needs {@code contacts.assign}. What cannot be for any of them, such as an unknown queue, is
     * refused as with one.
     */
    List<Acted> transfer(Access access, QueueId queue, Set<ContactId> contacts, Transfer transfer);

    /**
     * @param place        1 for whoever comes first, also when only some are shown
     * @param since        since when it waits in this queue
     * @param overflowedAt since when it waits longer than its queue allows
     * @param asked        who is being asked at this moment
     * @param keptFor      who should have it
     * @param keptUntil    until when it is kept for one person
     */
    record WaitingRow(
            DeskRow row,
            int place,
            Instant since,
            @Nullable Instant overflowedAt,
            @Nullable Somebody asked,
            @Nullable Somebody keptFor,
            @Nullable Instant keptUntil) {}

    @Schema(name = "WaitingPerson")
    record Somebody(UserId id, String name) {}

    /** @param by who has it, where it was taken and may be told */
    @Schema(name = "WaitingActed")
    record Acted(ContactId contact, Outcome outcome, @Nullable String by) {}
}
