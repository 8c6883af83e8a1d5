package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.OTHER_WORK;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.people.People;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.routing.internal.rules.OtherWork;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Who handles contacts, and what they may and can do. Rights and skills that change count within half a minute for being
 * asked, and at once for accepting and taking. They are read again ahead of time, so that no contact waits for it.
 */
@Component
class Agents {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration RENEWED = Duration.ofSeconds(15);
    private final DSLContext db;
    private final Clock clock;
    private final People people;
    private final Map<UserId, Kept<Optional<Agent>>> known = new ConcurrentHashMap<>();

    Agents(DSLContext db, Clock clock, People people) {
        this.db = db;
        this.clock = clock;
        this.people = people;
    }

    /** Empty for someone who handles no contacts. */
    Optional<Agent> agent(UserId user) {
        return kept(user).get(() -> read(user));
    }

    /** Those who were there on the last round, and came since. */
    Stream<Agent> there() {
        return known.values().stream().flatMap(kept -> kept.known().flatMap(agent -> agent).stream());
    }

    /** Called on the rounds, for who is there. */
    void renew(Set<UserId> there) {
        known.keySet().retainAll(there);
        there.forEach(user -> kept(user).renew(RENEWED, () -> read(user)));
    }

    private Kept<Optional<Agent>> kept(UserId user) {
        return known.computeIfAbsent(user, _ -> new Kept<>(FRESH));
    }

    private Optional<Agent> read(UserId user) {
        return people.access(user).flatMap(this::read);
    }

    /** The same with the rights of this moment. */
    Optional<Agent> now(UserId user) {
        return read(user);
    }

    private Optional<Agent> read(Access access) {
        return access.may(Permission.CONTACTS_HANDLE) ? Optional.of(of(access)) : Optional.empty();
    }

    /** With the rights of this moment. */
    Agent of(Access access) {
        return new Agent(
                access.user(), access.within(Permission.CONTACTS_HANDLE).brands(), access.partner(), people.skillsOf(access.user()),
                people.user(access.user()).flatMap(People.User::site), otherWork(access.user()),
                access.within(Permission.CONTACTS_HELP).brands());
    }

    private Optional<OtherWork> otherWork(UserId user) {
        return db.selectFrom(OTHER_WORK)
                .where(OTHER_WORK.USER_ID.eq(user.value()))
                .and(OTHER_WORK.UNTIL.gt(clock.instant()))
                .fetchOptional(row -> new OtherWork(
                        Arrays.stream(row.getQueues()).map(QueueId::new).collect(Collectors.toUnmodifiableSet()), row.getOnlyThese()));
    }

    /** What he does has changed. */
    void forget(UserId user) {
        known.remove(user);
    }
}
