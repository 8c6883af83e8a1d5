package nl.hartslag.desk;

import java.util.Optional;
import nl.hartslag.shared.QueueId;

/**
 * Which conversations to list.
 *
 * @param view   what it holds; ignored when a queue is named
 * @param queue  only what waits in this queue or is being handled from it
 */
public record DeskList(View view, Optional<QueueId> queue) {
    /** MINE: assigned to me. TEAM: assigned to someone of my teams. WAITING: assigned to no one yet. ALL: everything open I may see. */
    public enum View { MINE, TEAM, WAITING, ALL, CLOSED }
}
