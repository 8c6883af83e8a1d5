package nl.hartslag.routing.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.hartslag.routing.Routing.OtherWork;
import nl.hartslag.routing.Routing.PresenceView;
import nl.hartslag.routing.internal.Presences.Present;
import nl.hartslag.routing.internal.rules.Agent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others see of what is kept here. */
@Component
class Views {
    private final Agents agents;
    private final PersonTimes times;
    private final OtherWorks otherWorks;
    private final KeptFree keptFree;

    Views(Agents agents, PersonTimes times, OtherWorks otherWorks, KeptFree keptFree) {
        this.agents = agents;
        this.times = times;
        this.otherWorks = otherWorks;
        this.keptFree = keptFree;
    }

    PresenceView presence(Present present) {
        return presence(present, otherWorks.of(List.of(present.user())).get(present.user()));
    }

    /** Since when is told where all brands of the person show times of single people. */
    PresenceView presence(Present present, @Nullable OtherWork otherWork) {
        Map<String, Integer> load = new TreeMap<>();
        present.busy().forEach((medium, count) -> load.put(medium.key(), count));
        boolean since = times.shown(agents.agent(present.user()).map(Agent::brands).orElse(Set.of()));
        return new PresenceView(
                present.user(), present.state(), since ? present.since() : null, present.connected(), present.capacity(), load,
                otherWork, keptFree.keeping(present.user()));
    }
}
