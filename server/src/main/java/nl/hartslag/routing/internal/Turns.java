package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.QUEUE_SHARE;
import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.routing.internal.db.tables.records.QueueShareRecord;
import nl.hartslag.routing.internal.db.tables.records.WaitingRecord;
import nl.hartslag.routing.internal.rules.Candidate;
import nl.hartslag.routing.internal.rules.FairTurns;
import nl.hartslag.routing.internal.rules.OpenTime;
import nl.hartslag.routing.internal.rules.Reach;
import nl.hartslag.routing.internal.rules.Waiting;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose turn a contact of a shared queue is. Decided right after it came in and not within that, as turns of one queue are given
 * one after another. Its company sees the contact from then on; after a while the next may take it too.
 */
@Component
class Turns implements TimerHandler {
    static final String TIMER = "routing.turn";
    private static final int AT_ONCE = 500;
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final WaitingContacts waiting;
    private final Queues queues;
    private final Presences presences;
    private final OpeningHours hours;
    private final Organisation organisation;
    private final Contacts contacts;
    private final Timers timers;
    private final Signals signals;
    private final Steps steps;
    private final SharesTaken taken;

    Turns(
            DSLContext db, TransactionTemplate transactions, Clock clock, WaitingContacts waiting, Queues queues, Presences presences,
            OpeningHours hours, Organisation organisation, Contacts contacts, Timers timers, Signals signals, Steps steps, SharesTaken taken) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.waiting = waiting;
        this.queues = queues;
        this.presences = presences;
        this.hours = hours;
        this.organisation = organisation;
        this.contacts = contacts;
        this.timers = timers;
        this.signals = signals;
        this.steps = steps;
        this.taken = taken;
    }

    /** As it waits once it is known whose turn it is. @param here who is there */
    Waiting decided(WaitingRecord row, List<Candidate> here) {
        if (row.getTurns() != Reach.NOBODY) return waiting.waiting(row, clock.instant());
        WaitingRecord given = transactions.execute(status -> {
            lock(row.getQueueId());
            WaitingRecord now = waiting.row(new ContactId(row.getContactId())).orElse(row);
            if (now.getTurns() != Reach.NOBODY || give(now, here)) return now;
            status.setRollbackOnly();
            return row;
        });
        return waiting.waiting(given, clock.instant());
    }

    /** @return false when it does not wait any more */
    private boolean give(WaitingRecord row, List<Candidate> here) {
        Queue queue = queues.get(new QueueId(row.getQueueId()));
        List<QueueShareRecord> rows = shares(row.getQueueId());
        if (rows.isEmpty()) return seenBy(row, queue, queue.partner()) && turnsTo(row, Reach.ALL);
        List<Share> shares = rows.stream().map(Sharings::share).toList();
        var turn = FairTurns.next(
                shares.stream().map(Share::percent).toList(), rows.stream().map(QueueShareRecord::getDue).toList(), open(row, queue, shares, here));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).setDue(turn.dues().get(i));
            rows.get(i).update();
        }
        Share whose = shares.get(turn.share());
        if (!seenBy(row, queue, whose.partner()) || !turnsTo(row, Reach.turnOf(turn.share()))) return false;
        steps.turn(row, whose, percent(taken.today(queue, shares), turn.share()), false, row.getTurnAt());
        for (int next = 1; next < shares.size(); next++) {
            timers.schedule(TIMER, row.getContactId() + "/" + next, passesAt(row, queue, next), Map.of("at", row.getTurnAt().toString()));
        }
        return true;
    }

    private boolean turnsTo(WaitingRecord row, int turns) {
        row.setTurns(turns);
        row.setTurnAt(clock.instant().truncatedTo(ChronoUnit.MICROS));
        return db.update(WAITING).set(WAITING.TURNS, turns).set(WAITING.TURN_AT, row.getTurnAt())
                .where(WAITING.CONTACT_ID.eq(row.getContactId())).and(WAITING.TURNS.eq(Reach.NOBODY))
                .execute() == 1;
    }

    /** @return true, so that it reads as a condition of what follows */
    private boolean seenBy(WaitingRecord row, Queue queue, Optional<PartnerId> company) {
        ContactId contact = new ContactId(row.getContactId());
        if (!contacts.contactOf(contact).partner().equals(company)) contacts.queued(contact, queue.id(), company);
        return true;
    }

    /**
     * Whoever it is kept for, which is then a turn that counts for nobody's part; else who has somebody there to do it, else whose hours
     * say that it is open, else everyone.
     */
    private Set<Integer> open(WaitingRecord row, Queue queue, List<Share> shares, List<Candidate> here) {
        // another node may have changed the shares a moment ago
        if (queue.search().sharing().shares().equals(shares)) {
            OptionalInt kept = waiting.waiting(row, clock.instant()).preferred().flatMap(presences::agent)
                    .map(agent -> agent.shareIn(queue)).orElse(OptionalInt.empty());
            if (kept.isPresent()) return Set.of(kept.getAsInt());
            Set<Integer> there = there(row, queue, here);
            if (!there.isEmpty()) return there;
        }
        Set<Integer> open = open(queue, shares, row.getChannel());
        return open.isEmpty() ? which(shares, _ -> true) : open;
    }

    private Set<Integer> open(Queue queue, List<Share> shares, String channel) {
        Instant now = clock.instant();
        return which(shares, share -> queue.atAllHours() || !organisation.closedChannels(queue.brand(), share.site(), now).contains(channel));
    }

    private Set<Integer> there(WaitingRecord row, Queue queue, List<Candidate> here) {
        Instant now = clock.instant();
        Waiting wanted = waiting.waiting(row, now);
        return here.stream().map(Candidate::agent)
                .filter(agent -> agent.fits(queue) && hours.allow(agent, wanted, now))
                .flatMapToInt(agent -> agent.shareIn(queue).stream())
                .boxed().collect(Collectors.toSet());
    }

    private static Set<Integer> which(List<Share> shares, Predicate<Share> holds) {
        return IntStream.range(0, shares.size()).filter(share -> holds.test(shares.get(share))).boxed().collect(Collectors.toSet());
    }

    private static Optional<Integer> percent(List<Integer> taken, int share) {
        int all = taken.stream().mapToInt(Integer::intValue).sum();
        return all == 0 ? Optional.empty() : Optional.of(Math.round(100f * taken.get(share) / all));
    }

    private Instant passesAt(WaitingRecord row, Queue queue, int next) {
        Duration open = Duration.ofMinutes((long) next * queue.search().sharing().nextMinutes());
        return OpenTime.after(organisation.hours(queue.brand(), row.getChannel()), row.getTurnAt(), open)
                .orElseGet(() -> row.getTurnAt().plus(open));
    }

    @Override
    public String kind() {
        return TIMER;
    }

    /** Nobody took it in time: the next may too, whoever has somebody there first, then whoever is due the most. */
    @Override
    public void fire(DueTimer timer) {
        ContactId contact = new ContactId(UUID.fromString(timer.key().substring(0, timer.key().indexOf('/'))));
        Instant at = Instant.parse((String) timer.payload().get("at"));
        waiting.row(contact).ifPresent(seen -> lock(seen.getQueueId()));
        // read once more: two such moments may come at once
        waiting.row(contact).filter(row -> at.equals(row.getTurnAt())).ifPresent(row -> {
            Queue queue = queues.get(new QueueId(row.getQueueId()));
            List<QueueShareRecord> shares = shares(row.getQueueId());
            Set<Integer> there = there(row, queue, presences.here());
            IntStream.range(0, shares.size()).boxed()
                    .filter(share -> (row.getTurns() & Reach.turnOf(share)) == 0)
                    .min(Comparator.comparing((Integer share) -> !there.contains(share))
                            .thenComparing(share -> -shares.get(share).getDue())
                            .thenComparing(share -> share))
                    .ifPresent(next -> passOn(row, queue, shares.stream().map(Sharings::share).toList(), next));
        });
    }

    /** Called on the rounds: what is the turn of a site that closed meanwhile is for everyone who is open. */
    void passOnWhatIsClosed() {
        queues.inUse().stream().filter(queue -> queue.search().sharing().shared() && !queue.atAllHours())
                .forEach(queue -> transactions.executeWithoutResult(_ -> passOnWhatIsClosed(queue)));
    }

    private void passOnWhatIsClosed(Queue queue) {
        List<Share> shares = queue.search().sharing().shares();
        for (String channel : db.selectDistinct(WAITING.CHANNEL).from(WAITING).where(WAITING.QUEUE_ID.eq(queue.id().value())).fetch(WAITING.CHANNEL)) {
            Set<Integer> open = open(queue, shares, channel);
            int bits = open.stream().mapToInt(Reach::turnOf).reduce(0, (one, other) -> one | other);
            if (open.isEmpty() || open.size() == shares.size()) continue;
            Condition closed = WAITING.QUEUE_ID.eq(queue.id().value()).and(WAITING.CHANNEL.eq(channel)).and(WAITING.TURNS.ne(Reach.NOBODY))
                    .and(WAITING.TURNS.bitAnd(bits).eq(0));
            if (!db.fetchExists(WAITING, closed)) continue;
            lock(queue.id().value());
            if (!shares(queue.id().value()).stream().map(Sharings::share).toList().equals(shares)) continue;
            int next = Collections.min(open);
            Optional<Integer> percent = percent(taken.today(queue, shares), next);
            db.update(WAITING).set(WAITING.TURNS, WAITING.TURNS.bitOr(bits)).where(closed).returning().fetch().forEach(row -> {
                steps.turn(row, shares.get(next), percent, true, clock.instant());
                signals.contact(new ContactId(row.getContactId()));
            });
        }
    }

    private void passOn(WaitingRecord row, Queue queue, List<Share> shares, int next) {
        int passed = db.update(WAITING).set(WAITING.TURNS, WAITING.TURNS.bitOr(Reach.turnOf(next)))
                .where(WAITING.CONTACT_ID.eq(row.getContactId())).and(WAITING.TURN_AT.eq(row.getTurnAt()))
                .execute();
        if (passed == 0) return;
        steps.turn(row, shares.get(next), percent(taken.today(queue, shares), next), true, clock.instant());
        signals.contact(new ContactId(row.getContactId()));
    }

    /** The shares of a queue were changed: for what waits in it is decided again. Call in a transaction. */
    void beginAnew(QueueId queue) {
        db.update(WAITING).set(WAITING.TURNS, Reach.NOBODY).setNull(WAITING.TURN_AT).where(WAITING.QUEUE_ID.eq(queue.value()))
                .returning(WAITING.CONTACT_ID).fetch(WAITING.CONTACT_ID).forEach(contact -> signals.contact(new ContactId(contact)));
    }

    /** Called on the rounds: what was signalled to a node that is gone. */
    void findLost() {
        db.select(WAITING.CONTACT_ID).from(WAITING).where(WAITING.TURNS.eq(DSL.inline(Reach.NOBODY))).limit(AT_ONCE)
                .fetch(WAITING.CONTACT_ID).forEach(contact -> signals.contact(new ContactId(contact)));
    }

    private List<QueueShareRecord> shares(UUID queue) {
        return db.selectFrom(QUEUE_SHARE).where(QUEUE_SHARE.QUEUE_ID.eq(queue)).orderBy(QUEUE_SHARE.PLACE).fetch();
    }

    /** Whoever gives a turn or changes the shares holds this of the queue first. */
    void lock(UUID queue) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 71))", DSL.val("routing/turn/" + queue));
    }
}
