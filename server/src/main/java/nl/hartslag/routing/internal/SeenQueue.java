package nl.hartslag.routing.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.people.People;
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
    private final People people;

    SeenQueue(Queues queues, People people) {
        this.queues = queues;
        this.people = people;
    }

    Queue by(Access access, Queue queue) {
        return access.partner().map(partner -> queue.with(seen(partner, queue))).orElse(queue);
    }

    /** Of what others share, who else helps with it is theirs to know. */
    private Search seen(PartnerId partner, Queue queue) {
        Search search = queue.search();
        boolean own = queue.partner().equals(Optional.of(partner));
        return new Search(
                search.preferred(), search.knowsCaseMinutes(), own ? search.rings() : List.of(), only(search.sharing(), partner), only(search.reserve(), partner));
    }

    private static Sharing only(Sharing sharing, PartnerId partner) {
        return new Sharing(sharing.shares().stream().filter(share -> share.partner().equals(Optional.of(partner))).toList(), sharing.nextMinutes());
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
        return people.user(user).filter(person -> person.partner().equals(Optional.of(partner))).isPresent();
    }
}
