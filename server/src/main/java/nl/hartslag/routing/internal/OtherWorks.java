package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.ALL_HANDS;
import static nl.hartslag.routing.internal.db.Tables.HELPING_HAND;
import static nl.hartslag.routing.internal.db.Tables.OTHER_WORK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.people.People;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.Routing.NamedQueue;
import nl.hartslag.routing.Routing.OtherWork;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Supervision.NewOtherWork;
import nl.hartslag.routing.internal.db.tables.records.OtherWorkRecord;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The queues that somebody is given for a while by who watches over the floor. It ends by itself; what he has in hand stays his. */
@Component
class OtherWorks {
    private static final Duration LONGEST = Duration.ofHours(24);
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Queues queues;
    private final Presences presences;
    private final Offers offers;
    private final Agents agents;
    private final People people;
    private final Timers timers;
    private final LiveStream live;
    private final Signals signals;
    private final Audit audit;

    OtherWorks(
            DSLContext db, TransactionTemplate transactions, Clock clock, Queues queues, Presences presences, Offers offers,
            Agents agents, People people, Timers timers, LiveStream live, Signals signals, Audit audit) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.queues = queues;
        this.presences = presences;
        this.offers = offers;
        this.agents = agents;
        this.people = people;
        this.timers = timers;
        this.live = live;
        this.signals = signals;
        this.audit = audit;
    }

    /** Who does other work now. */
    Map<UserId, OtherWork> of(Collection<UserId> users) {
        var rows = db.selectFrom(OTHER_WORK)
                .where(OTHER_WORK.USER_ID.in(users.stream().map(UserId::value).toList()))
                .and(OTHER_WORK.UNTIL.gt(clock.instant()))
                .fetch();
        Map<UserId, String> names = people.names(rows.map(row -> new UserId(row.getGivenBy())));
        return rows.stream().collect(Collectors.toMap(row -> new UserId(row.getUserId()), row -> new OtherWork(
                queuesOf(row).stream().map(queue -> new NamedQueue(queue.id(), queue.name())).toList(),
                row.getOnlyThese(), row.getUntil(), names.getOrDefault(new UserId(row.getGivenBy()), ""), row.getWhy())));
    }

    private List<Queue> queuesOf(OtherWorkRecord row) {
        return Arrays.stream(row.getQueues()).map(QueueId::new).flatMap(id -> queues.find(id).stream()).toList();
    }

    void give(Access access, Agent agent, NewOtherWork work) {
        Instant now = clock.instant();
        if (!work.until().isAfter(now)) throw Problem.invalid("until", "past");
        if (work.until().isAfter(now.plus(LONGEST))) throw Problem.invalid("until", "too-far");
        for (QueueId id : work.queues()) {
            Queue queue = queues.find(id).filter(each -> access.sees(each.brand(), each.partner())).orElseThrow(() -> Problem.invalid("queues", "unknown"));
            if (!agent.mayBeGiven(queue) || !queue.partner().equals(agent.partner())) throw Problem.invalid("queues", "not-for-person");
        }
        transactions.executeWithoutResult(_ -> {
            store(access.user(), agent.user(), work, now);
            timers.schedule(OtherWorkEnds.TIMER, UUID.randomUUID().toString(), work.until(), Map.of("user", agent.user().toString()));
            audit.record(access, "agent.given-other-work", "user", agent.user().toString(), LoggingOff.brand(access, agent),
                    Map.of("queues", names(work.queues()), "only", work.only(), "until", work.until().toString()));
        });
    }

    /** Call in a transaction. */
    void store(UserId by, UserId user, NewOtherWork work, Instant now) {
        presences.lock(user);
        presences.ensure(user, now);
        OtherWorkRecord row = db.newRecord(OTHER_WORK);
        row.setUserId(user.value());
        row.setQueues(work.queues().stream().map(QueueId::value).toArray(UUID[]::new));
        row.setOnlyThese(work.only());
        row.setUntil(work.until());
        row.setGivenBy(by.value());
        row.setGivenAt(now);
        row.setWhy(work.why());
        db.insertInto(OTHER_WORK).set(row).onConflict(OTHER_WORK.USER_ID).doUpdate().set(row).execute();
        helpsNoMore(user, now);
        changed(user);
    }

    /** Helping along is other work; whatever ends or replaces that ends this. @return whether he did */
    private boolean helpsNoMore(UserId user, Instant now) {
        List<UUID> left = db.update(HELPING_HAND).set(HELPING_HAND.LEFT_AT, now)
                .where(HELPING_HAND.USER_ID.eq(user.value())).and(HELPING_HAND.LEFT_AT.isNull())
                .returning(HELPING_HAND.ALL_HANDS_ID).fetch(HELPING_HAND.ALL_HANDS_ID);
        db.select(ALL_HANDS.ID, ALL_HANDS.QUEUE_ID).from(ALL_HANDS).where(ALL_HANDS.ID.in(left)).forEach(call -> {
            Queue queue = queues.get(new QueueId(call.value2()));
            live.publish(LiveEvent.ofBrand("all-hands.changed", queue.brand(), queue.partner(), Permission.CONTACTS_VIEW, Map.of("id", call.value1())));
        });
        return !left.isEmpty();
    }

    /** Harmless when he does his own work already. */
    void end(Access access, Agent agent) {
        transactions.executeWithoutResult(_ -> {
            if (!forget(agent.user(), null)) return;
            audit.record(access, "agent.given-own-work", "user", agent.user().toString(), LoggingOff.brand(access, agent), Map.of());
        });
    }

    /**
     * Call in a transaction. Whoever helped along goes back to another job, so he is off.
     *
     * @param due only what ends by then
     * @return whether he had other work
     */
    boolean forget(UserId user, @Nullable Instant due) {
        presences.lock(user);
        var which = OTHER_WORK.USER_ID.eq(user.value());
        int gone = db.deleteFrom(OTHER_WORK).where(due == null ? which : which.and(OTHER_WORK.UNTIL.le(due))).execute();
        if (gone == 0) return false;
        Instant now = clock.instant();
        if (helpsNoMore(user, now)) presences.set(user, PresenceState.OFFLINE, now);
        changed(user);
        return true;
    }

    /** An open question may be about work that is not his any more. */
    private void changed(UserId user) {
        offers.withdrawFrom(user);
        AfterCommit.run(() -> agents.forget(user));
        signals.agent(user);
        signals.hands(user);
    }

    private List<String> names(Set<QueueId> ids) {
        return ids.stream().map(id -> queues.get(id).name()).sorted().toList();
    }
}
