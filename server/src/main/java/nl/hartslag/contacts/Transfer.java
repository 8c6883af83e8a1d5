package nl.hartslag.contacts;

import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TransferReasonId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * To a queue or to a person (exactly one), with a note for whoever gets it.
 *
 * @param why one of those that are offered; absent only when none are. Of the past there are transfers whose reason nobody told
 */
public record Transfer(@Nullable QueueId queue, @Nullable UserId user, String note, @Nullable TransferReasonId why) {}
