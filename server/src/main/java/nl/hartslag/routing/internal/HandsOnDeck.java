package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.ALL_HANDS;
import static nl.hartslag.routing.internal.db.Tables.HELPING_HAND;
import static nl.hartslag.routing.internal.db.Tables.LOAD;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.people.People;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.AllHands;
import nl.hartslag.routing.Routing.PresenceState;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Supervision.NewOtherWork;
import nl.hartslag.routing.internal.db.tables.records.AllHandsRecord;
import nl.hartslag.routing.internal.db.tables.records.HelpingHandRecord;
import nl.hartslag.routing.internal.rules.Candidate;
import nl.hartslag.shared.AllHandsId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A call for all hands: helping along is other work that lasts as long as the call. */
@Component
class HandsOnDeck implements AllHands {
    private static final Duration LONGEST = Duration.ofHours(24);
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Queues queues;
    private final Figures figures;
    private final Presences presences;
    private final OtherWorks otherWorks;
    private final People people;
    private final Contacts contacts;
    private final Timers timers;
    private final LiveStream live;
    private final Audit audit;

    HandsOnDeck(
            DSLContext db, TransactionTemplate transactions, Clock clock, Queues queues, Figures figures, Presences presences,
            OtherWorks otherWorks, People people, Contacts contacts, Timers timers, LiveStream live, Audit audit) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.queues = queues;
        this.figures = figures;
        this.presences = presences;
        this.otherWorks = otherWorks;
        this.people = people;
        this.contacts = contacts;
        this.timers = timers;
        this.live = live;
        this.audit = audit;
    }

    @Override
    public List<Call> calls(Access access) {
        access.require(Permission.CONTACTS_VIEW);
        var rows = db.selectFrom(ALL_HANDS).where(goesOn()).orderBy(ALL_HANDS.CALLED_AT).fetch().stream()
                .filter(row -> isSeen(access, queue(row)))
                .toList();
        if (rows.isEmpty()) return List.of();
        Map<UUID, List<HelpingHandRecord>> hands = db.selectFrom(HELPING_HAND)
                .where(HELPING_HAND.LEFT_AT.isNull())
                .and(HELPING_HAND.ALL_HANDS_ID.in(rows.stream().map(AllHandsRecord::getId).toList()))
                .orderBy(HELPING_HAND.JOINED_AT, HELPING_HAND.USER_ID)
                .fetchGroups(HELPING_HAND.ALL_HANDS_ID, row -> row);
        var waiting = figures.of(rows.stream().map(row -> new QueueId(row.getQueueId())).toList());
        Map<UserId, String> names = names(rows, hands);
        return rows.stream()
                .map(row -> view(access, row, hands.getOrDefault(row.getId(), List.of()), waiting.get(new QueueId(row.getQueueId())).waiting(), names))
                .toList();
    }

    private Map<UserId, String> names(List<AllHandsRecord> calls, Map<UUID, List<HelpingHandRecord>> hands) {
        Stream<UUID> helping = hands.values().stream().flatMap(List::stream)
                .flatMap(hand -> Stream.of(Optional.of(hand.getUserId()), Optional.ofNullable(hand.getCoachId())).flatMap(Optional::stream));
        return people.names(Stream.concat(calls.stream().map(AllHandsRecord::getCalledBy), helping).map(UserId::new).distinct().toList());
    }

    private Call view(Access access, AllHandsRecord row, List<HelpingHandRecord> hands, int waiting, Map<UserId, String> names) {
        Queue queue = queue(row);
        boolean watches = access.may(Permission.CONTACTS_ASSIGN, queue.brand());
        return new Call(
                new AllHandsId(row.getId()), queue.id(), queue.name(), queue.brand(), row.getWords(),
                names.getOrDefault(new UserId(row.getCalledBy()), ""), row.getCalledAt(), row.getUntil(), waiting,
                mayHelp(access, queue),
                watches,
                hands.stream().anyMatch(hand -> hand.getUserId().equals(access.user().value())),
                hands.stream().map(hand -> view(access, hand, watches, names)).toList());
    }

    /** Of the company whose queue it is. */
    private static boolean mayHelp(Access access, Queue queue) {
        return access.may(Permission.CONTACTS_HELP, queue.brand()) && access.partner().equals(queue.partner());
    }

    private Hand view(Access access, HelpingHandRecord hand, boolean watches, Map<UserId, String> names) {
        UserId user = new UserId(hand.getUserId());
        UserId coach = hand.getCoachId() == null ? null : new UserId(hand.getCoachId());
        boolean shown = watches || access.user().equals(coach);
        return new Hand(user, names.getOrDefault(user, ""), coach, coach == null ? null : names.getOrDefault(coach, ""), shown ? workOf(access, user) : List.of());
    }

    /** As far as the reader may see it. */
    private List<Held> workOf(Access access, UserId user) {
        return db.selectFrom(LOAD).where(LOAD.USER_ID.eq(user.value())).orderBy(LOAD.SINCE).fetch().stream()
                .flatMap(row -> {
                    var contact = contacts.contactOf(new ContactId(row.getContactId()));
                    boolean seen = access.sees(contact.brand(), contact.partner());
                    return seen ? Stream.of(new Held(new ConversationId(row.getConversationId()), contact.subject(), row.getMedium())) : Stream.empty();
                })
                .toList();
    }

    @Override
    public AllHandsId call(Access access, NewCall call) {
        Instant now = clock.instant();
        Queue queue = queues.find(call.queue()).filter(each -> isSeen(access, each)).orElseThrow(() -> Problem.invalid("queue", "unknown"));
        access.require(Permission.CONTACTS_ASSIGN, queue.brand());
        if (!call.until().isAfter(now)) throw Problem.invalid("until", "past");
        if (call.until().isAfter(now.plus(LONGEST))) throw Problem.invalid("until", "too-far");
        return transactions.execute(_ -> {
            AllHandsId id = AllHandsId.next();
            AllHandsRecord row = new AllHandsRecord(id.value(), queue.id().value(), call.words(), access.user().value(), now, call.until(), null);
            if (db.insertInto(ALL_HANDS).set(row).onConflictDoNothing().execute() == 0) throw Problem.of("routing/all-hands-on", 409).with("queue", queue.name());
            timers.schedule(AllHandsEnd.TIMER, id.toString(), call.until(), Map.of());
            audit.record(access, "all-hands.called", "queue", queue.id().toString(), Optional.of(queue.brand()), Map.of("name", queue.name(), "until", call.until().toString()));
            tell(queue, id);
            return id;
        });
    }

    @Override
    public void end(Access access, AllHandsId id) {
        AllHandsRecord row = seen(access, id);
        Queue queue = queue(row);
        access.require(Permission.CONTACTS_ASSIGN, queue.brand());
        transactions.executeWithoutResult(_ -> {
            if (!over(row, null)) return;
            audit.record(access, "all-hands.ended", "queue", queue.id().toString(), Optional.of(queue.brand()), Map.of("name", queue.name()));
        });
    }

    /** Call in a transaction. Harmless when it ended before, or goes on longer. */
    void due(AllHandsId id, Instant at) {
        db.selectFrom(ALL_HANDS).where(ALL_HANDS.ID.eq(id.value())).fetchOptional().ifPresent(row -> over(row, at));
    }

    /** @param due only when it ends by then @return whether it went on until now */
    private boolean over(AllHandsRecord row, @Nullable Instant due) {
        helping(row).forEach(presences::lock);
        var which = ALL_HANDS.ID.eq(row.getId()).and(goesOn());
        int ended = db.update(ALL_HANDS).set(ALL_HANDS.ENDED_AT, clock.instant())
                .where(due == null ? which : which.and(ALL_HANDS.UNTIL.le(due)))
                .execute();
        if (ended == 0) return false;
        helping(row).forEach(user -> otherWorks.forget(user, null));
        tell(queue(row), new AllHandsId(row.getId()));
        return true;
    }

    private List<UserId> helping(AllHandsRecord call) {
        return db.select(HELPING_HAND.USER_ID).from(HELPING_HAND)
                .where(HELPING_HAND.ALL_HANDS_ID.eq(call.getId())).and(HELPING_HAND.LEFT_AT.isNull())
                .orderBy(HELPING_HAND.USER_ID)
                .fetch(row -> new UserId(row.value1()));
    }

    @Override
    public void join(Access access, AllHandsId id, Optional<UserId> coach) {
        AllHandsRecord call = seen(access, id);
        Queue queue = queue(call);
        access.require(Permission.CONTACTS_HELP, queue.brand());
        if (!mayHelp(access, queue)) throw Problem.notFound("routing/all-hands");
        List<Coach> there = coaches(queue);
        coach.ifPresent(wished -> {
            if (there.stream().noneMatch(each -> each.user().equals(wished))) throw Problem.invalid("coach", "not-there");
        });
        UserId chosen = coach.orElseGet(() -> there.stream().findFirst().map(Coach::user).orElse(null));
        UserId user = access.user();
        transactions.executeWithoutResult(_ -> {
            presences.lock(user);
            boolean ended = db.selectFrom(ALL_HANDS).where(ALL_HANDS.ID.eq(id.value())).and(goesOn()).forShare().fetch().isEmpty();
            if (ended) throw Problem.notFound("routing/all-hands");
            Instant now = clock.instant();
            otherWorks.store(new UserId(call.getCalledBy()), user, new NewOtherWork(Set.of(queue.id()), true, call.getUntil(), call.getWords()), now);
            db.insertInto(HELPING_HAND)
                    .set(new HelpingHandRecord(id.value(), user.value(), chosen == null ? null : chosen.value(), now, null))
                    .onConflict(HELPING_HAND.ALL_HANDS_ID, HELPING_HAND.USER_ID)
                    .doUpdate()
                    .set(HELPING_HAND.COACH_ID, chosen == null ? null : chosen.value())
                    .setNull(HELPING_HAND.LEFT_AT)
                    .execute();
            presences.knowsWhoLoggedHimOff(user);
            presences.set(user, PresenceState.AVAILABLE, now);
            tell(queue, id);
        });
    }

    @Override
    public void leave(Access access, AllHandsId id) {
        seen(access, id);
        UserId user = access.user();
        transactions.executeWithoutResult(_ -> {
            presences.lock(user);
            boolean helps = db.fetchExists(HELPING_HAND, HELPING_HAND.ALL_HANDS_ID.eq(id.value())
                    .and(HELPING_HAND.USER_ID.eq(user.value()))
                    .and(HELPING_HAND.LEFT_AT.isNull()));
            if (helps) otherWorks.forget(user, null);
        });
    }

    @Override
    public List<Coach> coaches(Access access, AllHandsId id) {
        return coaches(queue(seen(access, id)));
    }

    private List<Coach> coaches(Queue queue) {
        List<UserId> helping = db.select(HELPING_HAND.USER_ID).from(HELPING_HAND).where(HELPING_HAND.LEFT_AT.isNull()).fetch(row -> new UserId(row.value1()));
        Map<UUID, Integer> coached = db.select(HELPING_HAND.COACH_ID, DSL.count()).from(HELPING_HAND)
                .where(HELPING_HAND.LEFT_AT.isNull()).and(HELPING_HAND.COACH_ID.isNotNull())
                .groupBy(HELPING_HAND.COACH_ID).fetchMap(HELPING_HAND.COACH_ID, DSL.count());
        List<Candidate> there = new ArrayList<>(presences.here().stream()
                .filter(each -> each.agent().fits(queue) && !helping.contains(each.agent().user()))
                .toList());
        Map<UserId, String> names = people.names(there.stream().map(each -> each.agent().user()).toList());
        return there.stream()
                .map(each -> each.agent().user())
                .map(user -> new Coach(user, names.getOrDefault(user, ""), coached.getOrDefault(user.value(), 0)))
                .sorted(Comparator.comparingInt(Coach::coaches).thenComparing(Coach::name))
                .toList();
    }

    /** Who coaches this helping hand now. */
    Optional<UserId> coachOf(UserId user) {
        return db.select(HELPING_HAND.COACH_ID).from(HELPING_HAND)
                .where(HELPING_HAND.USER_ID.eq(user.value())).and(HELPING_HAND.LEFT_AT.isNull())
                .fetchOptional(HELPING_HAND.COACH_ID)
                .map(UserId::new);
    }

    private AllHandsRecord seen(Access access, AllHandsId id) {
        return db.selectFrom(ALL_HANDS).where(ALL_HANDS.ID.eq(id.value())).fetchOptional()
                .filter(row -> isSeen(access, queue(row)))
                .orElseThrow(() -> Problem.notFound("routing/all-hands"));
    }

    private static boolean isSeen(Access access, Queue queue) {
        return access.sees(queue.brand(), queue.partner());
    }

    private static Condition goesOn() {
        return ALL_HANDS.ENDED_AT.isNull();
    }

    private Queue queue(AllHandsRecord row) {
        return queues.get(new QueueId(row.getQueueId()));
    }

    private void tell(Queue queue, AllHandsId id) {
        live.publish(LiveEvent.ofBrand("all-hands.changed", queue.brand(), queue.partner(), Permission.CONTACTS_VIEW, Map.of("id", id)));
    }
}
