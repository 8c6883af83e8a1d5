package nl.hartslag.routing.internal;

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
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.Routing.NamedQueue;
import nl.hartslag.routing.Routing.OtherWork;
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
class OtherWorks implements TimerHandler {
    static final String TIMER = "routing.other-work";
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
    private final Signals signals;
    private final Audit audit;

    OtherWorks(
            DSLContext db, TransactionTemplate transactions, Clock clock, Queues queues, Presences presences, Offers offers,
            Agents agents, People people, Timers timers, Signals signals, Audit audit) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.queues = queues;
        this.presences = presences;
        this.offers = offers;
        this.agents = agents;
        this.people = people;
        this.timers = timers;
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
            if (!agent.mayBeGiven(queue)) throw Problem.invalid("queues", "not-for-person");
        }
        transactions.executeWithoutResult(_ -> {
            store(access.user(), agent.user(), work, now);
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
        timers.schedule(TIMER, user.toString(), work.until(), Map.of());
        helpsNoMore(user, now);
        changed(user);
    }

    /** Helping along is other work; whatever ends or replaces that ends this. */
    private void helpsNoMore(UserId user, Instant now) {
        db.update(HELPING_HAND).set(HELPING_HAND.LEFT_AT, now)
                .where(HELPING_HAND.USER_ID.eq(user.value())).and(HELPING_HAND.LEFT_AT.isNull()).execute();
    }

    /** Harmless when he does his own work already. */
    void end(Access access, Agent agent) {
        transactions.executeWithoutResult(_ -> {
            if (!forget(agent.user(), null)) return;
            timers.cancel(TIMER, agent.user().toString());
            audit.record(access, "agent.given-own-work", "user", agent.user().toString(), LoggingOff.brand(access, agent), Map.of());
        });
    }

    @Override
    public String kind() {
        return TIMER;
    }

    @Override
    public void fire(DueTimer timer) {
        forget(UserId.of(timer.key()), timer.dueAt());
    }

    /** Call in a transaction. @param due only what ends by then @return whether he had other work */
    boolean forget(UserId user, @Nullable Instant due) {
        presences.lock(user);
        var which = OTHER_WORK.USER_ID.eq(user.value());
        int gone = db.deleteFrom(OTHER_WORK).where(due == null ? which : which.and(OTHER_WORK.UNTIL.le(due))).execute();
        if (gone == 0) return false;
        helpsNoMore(user, clock.instant());
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
