package nl.hartslag.routing.internal;

import java.util.Map;
import java.util.TreeMap;
import nl.hartslag.routing.Routing.PresenceView;
import nl.hartslag.routing.internal.Presences.Present;

/** What others see of what is kept here. */
final class Views {
    private Views() {}

    static PresenceView presence(Present present) {
        Map<String, Integer> load = new TreeMap<>();
        present.busy().forEach((medium, count) -> load.put(medium.key(), count));
        return new PresenceView(
                present.user(), present.state(), present.since(), present.connected(), present.capacity(), load);
    }
}
