package nl.hartslag.routing.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.shared.UserId;
import org.springframework.stereotype.Component;

/** Who handles contacts, and what they may and can do. Rights and skills that change count within ten seconds. */
@Component
class Agents {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private final People people;
    private final Map<UserId, Kept<Optional<Agent>>> known = new ConcurrentHashMap<>();

    Agents(People people) {
        this.people = people;
    }

    /** Empty for someone who handles no contacts. */
    Optional<Agent> agent(UserId user) {
        return known.computeIfAbsent(user, _ -> new Kept<>(FRESH)).get(() -> people.access(user).flatMap(this::read));
    }

    private Optional<Agent> read(Access access) {
        return access.may(Permission.CONTACTS_HANDLE) ? Optional.of(of(access)) : Optional.empty();
    }

    /** With the rights of this moment. */
    Agent of(Access access) {
        return new Agent(access.user(), access.brands(), access.partner(), people.skillsOf(access.user()));
    }

    void forget(UserId user) {
        known.remove(user);
    }
}
