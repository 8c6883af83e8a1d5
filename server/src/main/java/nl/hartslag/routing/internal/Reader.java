package nl.hartslag.routing.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Explanations.Group;
import nl.hartslag.routing.Explanations.How;
import nl.hartslag.routing.Explanations.Somebody;
import nl.hartslag.shared.UserId;

/** What one reader may know of people: himself always, others when he watches the floor, and nobody of another company when he is a partner's. */
final class Reader {
    private final Access access;
    private final boolean watches;
    private final People people;
    private final Map<UserId, Optional<People.User>> known = new HashMap<>();

    Reader(Access access, boolean watches, People people) {
        this.access = access;
        this.watches = watches;
        this.people = people;
    }

    /** Someone who was asked, or could be. */
    Somebody somebody(UserId user) {
        return named(user, watches);
    }

    /** Whoever has or had the contact stands with his name beside the conversation anyway. */
    Somebody holder(UserId user) {
        return named(user, true);
    }

    private Somebody named(UserId user, boolean mayKnow) {
        boolean me = user.equals(access.user());
        return (mayKnow || me ? person(user) : Optional.<People.User>empty())
                .filter(person -> access.learnsNamesOf(person.partner()))
                .map(person -> new Somebody(user, person.name(), me))
                .orElseGet(() -> new Somebody(null, null, me));
    }

    private Optional<People.User> person(UserId user) {
        return known.computeIfAbsent(user, people::user);
    }

    List<Group> groups(List<Grounds.Group> stored) {
        return stored.stream()
                .map(group -> new Group(
                        How.valueOf(group.standing().name()), group.count(),
                        group.people().stream().map(this::somebody).filter(each -> each.name() != null).toList()))
                .toList();
    }
}
