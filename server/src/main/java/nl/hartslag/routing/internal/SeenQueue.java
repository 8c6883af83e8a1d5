package nl.hartslag.routing.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Reserve;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.Routing.Sharing;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** What of a queue its reader may know: someone of a partner nothing of other companies and their people. */
@Component
class SeenQueue {
    private final Queues queues;
    private final Agents agents;

    SeenQueue(Queues queues, Agents agents) {
        this.queues = queues;
        this.agents = agents;
    }

    Queue by(Access access, Queue queue) {
        Search search = queue.search();
        return access.partner()
                .map(partner -> queue.with(search
                        .with(new Sharing(search.sharing().shares().stream().filter(share -> share.partner().equals(access.partner())).toList(), search.sharing().nextMinutes()))
                        .with(only(search.reserve(), partner))))
                .orElse(queue);
    }

    /** What others share with his company; empty for our own people, who see all of it. */
    List<Queue> shared(Access access) {
        return access.partner().stream()
                .flatMap(_ -> queues.inUse().stream())
                .filter(queue -> queue.partner().isEmpty() && access.brands().contains(queue.brand()))
                .filter(queue -> queue.search().sharing().shares().stream().anyMatch(share -> share.partner().equals(access.partner())))
                .toList();
    }

    /** Whoever does not see all of those who stay free changes only those he sees. */
    Search kept(Access access, Search drafted, Search before) {
        if (access.partner().isEmpty()) return drafted;
        Set<UserId> unseen = before.reserve().people().stream().filter(user -> !isOf(access.partner().get(), user)).collect(Collectors.toSet());
        if (unseen.isEmpty()) return drafted;
        unseen.addAll(drafted.reserve().people());
        Reserve reserve = drafted.reserve();
        return drafted.with(new Reserve(reserve.free(), reserve.medium(), unseen, reserve.lentMinutes()));
    }

    private Reserve only(Reserve reserve, PartnerId partner) {
        return new Reserve(
                reserve.free(), reserve.medium(), reserve.people().stream().filter(user -> isOf(partner, user)).collect(Collectors.toSet()), reserve.lentMinutes());
    }

    private boolean isOf(PartnerId partner, UserId user) {
        return agents.agent(user).filter(agent -> agent.partner().equals(Optional.of(partner))).isPresent();
    }
}
