package nl.hartslag.platform.live;

/** The one numbered log of news. */
public interface LiveStream {
    /** Publishes with the current transaction: the news is out when, and only when, that commits. */
    void publish(LiveEvent event);
}
