package nl.hartslag.platform.live;

import nl.hartslag.shared.UserId;

/** Hears when a person's screen comes and goes; a person may have several. Called outside any transaction. */
public interface ConnectionListener {
    void streamOpened(UserId user);

    /** Called every fifteen seconds while the stream is open. */
    void streamAlive(UserId user);

    void streamClosed(UserId user);
}
