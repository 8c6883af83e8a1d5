package nl.hartslag.desk;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import nl.hartslag.contacts.CaseState;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.Registration;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.BulkWorkId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.SubStateId;
import org.jspecify.annotations.Nullable;

/**
 * What one person does to many conversations at once. It is prepared, which tells how many it will change and why others are left; then begun, and
 * done one by one with the rights the person has by then, each as if by hand; and taken back as far as nobody did anything with them since.
 */
public interface BulkWork {
    /** At once, by whoever gives out work. */
    int MOST = 10_000;
    /** At once, by others. */
    int MOST_OF_ONE = 200;
    int MOST_ROWS = 100;
    /** So long it can be taken back. */
    Duration REGRET = Duration.ofHours(24);
    /** So long it is remembered. */
    Duration KEPT = Duration.ofDays(7);

    /**
     * Looks which conversations a change would reach; nothing is changed yet. What is prepared is forgotten after an hour.
     *
     * @throws nl.hartslag.platform.problem.Problem by field, {@code bulk/nothing}, {@code bulk/too-many}
     */
    Work prepare(Access access, Selection selection, Change change);

    /** Begins what was prepared. Harmless when repeated. @throws nl.hartslag.platform.problem.Problem {@code bulk/not-found} */
    Work start(Access access, BulkWorkId id);

    /** Leaves what is not done yet. Harmless when repeated. */
    Work stop(Access access, BulkWorkId id);

    /** Takes back what was done, also of what was stopped. Harmless when repeated. @throws nl.hartslag.platform.problem.Problem {@code bulk/too-late} */
    Work takeBack(Access access, BulkWorkId id);

    /** @throws nl.hartslag.platform.problem.Problem {@code bulk/not-found}, also of what somebody else does */
    Work work(Access access, BulkWorkId id);

    /** One's own of the last seven days that were begun, newest first. */
    Page<Work> mine(Access access, @Nullable String cursor, int limit);

    /** The conversations of it that stand like this, in their order. What one may not see any more is left out. */
    Page<Item> items(Access access, BulkWorkId id, ItemState state, @Nullable String cursor, int limit);

    /**
     * By hand, or everything of a list except what was unticked.
     *
     * @param conversations what was ticked; then neither list nor except counts
     */
    record Selection(Set<ConversationId> conversations, @Nullable DeskList list, Set<ConversationId> except) {}

    /** One of these. */
    @Schema(name = "BulkChange")
    record Change(@Nullable Priority priority, @Nullable Transfer transfer, @Nullable Ending wrapUp) {
        /** What was said to a colleague stands with each conversation, and is kept nowhere else. */
        public Change withoutWords() {
            return transfer == null ? this : new Change(priority, new Transfer(transfer.queue(), transfer.user(), "", transfer.why()), wrapUp);
        }
    }

    /**
     * @param brand        whose reasons are meant; conversations of others are left
     * @param registration where nothing was registered yet
     * @param unreadToo    also what the customer wrote and no colleague has read
     */
    @Schema(name = "BulkEnding")
    record Ending(BrandId brand, CaseState caseState, Registration registration, @Nullable Instant comesBackAt, @Nullable SubStateId subState, boolean unreadToo) {}

    @Schema(name = "BulkState")
    enum State { PREPARED, RUNNING, STOPPED, DONE, TAKING_BACK, TAKEN_BACK }

    /** LEFT: not to be done, as was known before. REFUSED: as was found then. KEPT: not taken back, somebody did something since. */
    @Schema(name = "BulkItemState")
    enum ItemState { LEFT, TO_DO, DONE, REFUSED, TO_TAKE_BACK, TAKEN_BACK, KEPT }

    /**
     * @param to            the name of the queue or person it is handed to
     * @param counts        how many stand how
     * @param left          why some are left or were refused, most first
     * @param takenBackTill until when it can be taken back; absent when it cannot
     */
    @Schema(name = "BulkWork")
    record Work(
            BulkWorkId id, Change change, @Nullable String to, State state, Instant madeAt, @Nullable Instant finishedAt, List<Count> counts, List<Left> left,
            @Nullable Instant takenBackTill) {}

    @Schema(name = "BulkCount")
    record Count(ItemState state, int count) {}

    /** @param why a key that screens translate @param text of a refusal that has no such key, in the reader's language */
    @Schema(name = "BulkLeft")
    record Left(ItemState state, String why, @Nullable String text, int count) {}

    @Schema(name = "BulkItem")
    record Item(DeskRow row, @Nullable String why, @Nullable String text) {}
}
