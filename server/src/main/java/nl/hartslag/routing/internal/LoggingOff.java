package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.PRESENCE;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.hartslag.people.People;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Supervision.LoggedOff;
import nl.hartslag.routing.internal.Presences.Present;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Someone who is not there any more is set to off by who watches over the floor. Of several at once the first does it. He reads who did
 * it and why until he chooses a state again.
 */
@Component
class LoggingOff {
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Presences presences;
    private final Offers offers;
    private final People people;
    private final Audit audit;
    private final Signals signals;
    private final Clock clock;

    LoggingOff(
            DSLContext db, TransactionTemplate transactions, Presences presences, Offers offers, People people, Audit audit,
            Signals signals, Clock clock) {
        this.db = db;
        this.transactions = transactions;
        this.presences = presences;
        this.offers = offers;
        this.people = people;
        this.audit = audit;
        this.signals = signals;
        this.clock = clock;
    }

    void logOff(Access access, Agent agent, String why) {
        UserId user = agent.user();
        transactions.executeWithoutResult(_ -> {
            presences.lock(user);
            Optional<Present> before = presences.find(user);
            Instant now = clock.instant();
            if (before.isEmpty() || !presences.set(user, PresenceState.OFFLINE, now)) return;
            offers.withdrawFrom(user);
            db.update(PRESENCE)
                    .set(PRESENCE.LOGGED_OFF_BY, access.user().value())
                    .set(PRESENCE.LOGGED_OFF_WHY, why)
                    .where(PRESENCE.USER_ID.eq(user.value()))
                    .execute();
            audit.record(access, "agent.logged-off", "user", user.toString(), brand(access, agent),
                    Map.of("state", Presences.keyOf(before.get().state())));
            signals.hands(user);
        });
    }

    /** For whom it is recorded; empty when it concerns several. */
    static Optional<BrandId> brand(Access access, Agent agent) {
        Set<BrandId> shared = agent.brands().stream().filter(access.brands()::contains).collect(Collectors.toSet());
        return shared.size() == 1 ? Optional.of(shared.iterator().next()) : Optional.empty();
    }

    /** Empty when he chose a state since. */
    Optional<LoggedOff> told(UserId user) {
        return db.select(PRESENCE.LOGGED_OFF_BY, PRESENCE.LOGGED_OFF_WHY)
                .from(PRESENCE)
                .where(PRESENCE.USER_ID.eq(user.value()))
                .and(PRESENCE.LOGGED_OFF_BY.isNotNull())
                .fetchOptional(row -> new LoggedOff(
                        people.user(new UserId(row.value1())).map(People.User::name).orElse(""), row.value2()));
    }
}
