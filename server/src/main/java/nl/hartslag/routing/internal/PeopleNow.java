package nl.hartslag.routing.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Supervision.AgentNow;
import nl.hartslag.routing.internal.Presences.Present;
import nl.hartslag.shared.Page;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is there now, by name. */
@Component
class PeopleNow {
    private static final int MOST_PER_PAGE = 200;
    private final Routing routing;
    private final Presences presences;
    private final Agents agents;
    private final People people;
    private final Views views;
    private final OtherWorks otherWorks;

    PeopleNow(Routing routing, Presences presences, Agents agents, People people, Views views, OtherWorks otherWorks) {
        this.routing = routing;
        this.presences = presences;
        this.agents = agents;
        this.people = people;
        this.views = views;
        this.otherWorks = otherWorks;
    }

    Page<AgentNow> page(Access access, @Nullable String cursor, int limit) {
        int page = Math.clamp(limit, 1, MOST_PER_PAGE);
        Optional<UserId> last = Optional.ofNullable(cursor).map(PeopleNow::person);
        List<Present> all = presences.all().stream().filter(PeopleNow::isThere).toList();
        Map<UserId, String> names = people.names(Stream.concat(all.stream().map(Present::user), last.stream()).toList());
        List<Present> there = afterPlace(all, last, names);
        var given = otherWorks.of(there.stream().map(Present::user).toList());
        List<Queue> inSight = routing.queuesInSight(access);
        Set<QueueId> seen = inSight.stream().map(Queue::id).collect(Collectors.toSet());
        List<AgentNow> found = there.stream()
                .flatMap(present -> agents.agent(present.user()).stream()
                        .filter(agent -> Directing.isSeen(access, agent))
                        .map(agent -> new AgentNow(
                                views.presence(present, given.get(present.user())).keptFor(seen), names.getOrDefault(present.user(), ""), agent.partner(),
                                inSight.stream().filter(agent::fits).map(Queue::id).toList())))
                .limit(page + 1)
                .toList();
        return found.size() <= page ? new Page<>(found, null) : new Page<>(found.subList(0, page), found.get(page - 1).presence().user().toString());
    }

    /** By name; the place is told by a person, who may have left since. */
    private static List<Present> afterPlace(List<Present> all, Optional<UserId> last, Map<UserId, String> names) {
        Comparator<UserId> byName = Comparator.comparing((UserId user) -> names.getOrDefault(user, ""), String.CASE_INSENSITIVE_ORDER)
                .thenComparing(UserId::value);
        return all.stream()
                .filter(present -> last.isEmpty() || byName.compare(present.user(), last.get()) > 0)
                .sorted(Comparator.comparing(Present::user, byName))
                .toList();
    }

    private static UserId person(String cursor) {
        try {
            return new UserId(UUID.fromString(cursor));
        } catch (IllegalArgumentException notOurs) {
            throw Problem.invalid("cursor", "invalid");
        }
    }

    private static boolean isThere(Present present) {
        return present.connected() || present.state() != PresenceState.OFFLINE || present.hands().fullness() > 0;
    }
}
