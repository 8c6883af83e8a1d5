package nl.hartslag.platform.live;

import java.util.List;

/** The one numbered log of news. */
public interface LiveStream {
    /** Publishes with the current transaction: the news is out when, and only when, that commits. */
    default void publish(LiveEvent event) {
        publish(List.of(event));
    }

    /** The same for several, in this order. */
    void publish(List<LiveEvent> events);
}
