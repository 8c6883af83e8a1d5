package nl.hartslag.desk;

import java.util.Optional;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SavedViewId;

/**
 * Which conversations to list.
 *
 * @param view   what it holds; ignored when a queue is named
 * @param queue  only what waits in this queue or is being handled from it
 * @param saved  what somebody put together; then neither view nor queue counts
 */
public record DeskList(View view, Optional<QueueId> queue, Optional<SavedViewId> saved) {
    public DeskList(View view, Optional<QueueId> queue) {
        this(view, queue, Optional.empty());
    }

    /** MINE: assigned to me. TEAM: assigned to someone of my teams. WAITING: assigned to no one yet. ALL: everything open I may see. */
    public enum View { MINE, TEAM, WAITING, ALL, CLOSED }
}
