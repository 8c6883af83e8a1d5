package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.CAPACITY;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.people.People;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.QueueSettings.PersonCapacity;
import nl.hartslag.routing.Routing.Capacity;
import nl.hartslag.routing.internal.rules.Hands;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** How much each person may have in hand; what is not set is as usual. */
@Component
class Capacities {
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final People people;
    private final Agents agents;
    private final Audit audit;
    private final Signals signals;

    Capacities(
            DSLContext db, TransactionTemplate transactions, People people, Agents agents, Audit audit, Signals signals) {
        this.db = db;
        this.transactions = transactions;
        this.people = people;
        this.agents = agents;
        this.audit = audit;
        this.signals = signals;
    }

    List<PersonCapacity> all(Access access) {
        access.require(Permission.ROUTING_CONFIGURE);
        Map<UUID, Capacity> own = db.selectFrom(CAPACITY)
                .fetchMap(CAPACITY.USER_ID, row -> new Capacity(row.getCalls(), row.getChats(), row.getMails()));
        return colleagues(access).values().stream()
                .flatMap(person -> agents.agent(person.id()).stream().map(agent -> new PersonCapacity(
                        person.id(), person.name(), person.partner(),
                        own.getOrDefault(person.id().value(), Hands.USUAL), !own.containsKey(person.id().value()),
                        agent.brands().stream().filter(access.brands()::contains).collect(Collectors.toSet()))))
                .sorted(Comparator.comparing(PersonCapacity::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    void set(Access access, UserId user, Capacity capacity) {
        mine(access, user);
        transactions.executeWithoutResult(_ -> {
            db.insertInto(CAPACITY)
                    .set(CAPACITY.USER_ID, user.value())
                    .set(CAPACITY.CALLS, capacity.calls())
                    .set(CAPACITY.CHATS, capacity.chats())
                    .set(CAPACITY.MAILS, capacity.mails())
                    .onConflict(CAPACITY.USER_ID).doUpdate()
                    .set(CAPACITY.CALLS, capacity.calls())
                    .set(CAPACITY.CHATS, capacity.chats())
                    .set(CAPACITY.MAILS, capacity.mails())
                    .execute();
            changed(access, user, Map.of(
                    "calls", capacity.calls(), "chats", capacity.chats(), "mails", capacity.mails()));
        });
    }

    void reset(Access access, UserId user) {
        mine(access, user);
        transactions.executeWithoutResult(_ -> {
            db.deleteFrom(CAPACITY).where(CAPACITY.USER_ID.eq(user.value())).execute();
            changed(access, user, Map.of("usual", true));
        });
    }

    private void changed(Access access, UserId user, Map<String, ?> facts) {
        audit.record(access, "capacity.changed", "user", user.toString(), Optional.empty(), facts);
        signals.agent(user);
        signals.hands(user);
    }

    private void mine(Access access, UserId user) {
        access.require(Permission.ROUTING_CONFIGURE);
        if (!colleagues(access).containsKey(user)) throw Problem.notFound("routing/person");
    }

    /** Everyone of the brands this person sees, of his own company only when that is a partner. */
    private Map<UserId, People.User> colleagues(Access access) {
        Map<UserId, People.User> found = new LinkedHashMap<>();
        for (BrandId brand : access.brands()) {
            people.colleagues(access, brand).forEach(person -> found.put(person.id(), person));
        }
        if (access.partner().isPresent()) found.values().removeIf(person -> !person.partner().equals(access.partner()));
        return found;
    }
}
