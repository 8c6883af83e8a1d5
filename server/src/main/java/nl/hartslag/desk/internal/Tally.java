package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.RowLists.values;
import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static nl.hartslag.desk.internal.db.Tables.TALLY;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM_MEMBER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.desk.DeskCounts;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.timers.TimerHandler;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.QueueId;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How much stands in each list: the sum of steps that a trigger writes whenever a row moves, folded every few seconds. */
@Component
class Tally implements TimerHandler {
    private static final String KIND = "desk.fold-tally";
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final DSLContext database;
    private final Routing routing;
    private final Timers timers;
    private final Clock clock;

    Tally(DSLContext database, Routing routing, Timers timers, Clock clock) {
        this.database = database;
        this.routing = routing;
        this.timers = timers;
        this.clock = clock;
    }

    DeskCounts read(Access access) {
        var queues = routing.queues(access).stream().map(queue -> queue.id().value()).toList();
        var waiting = new HashMap<>(byRef("queue", queues));
        if (access.partner().isPresent()) waiting.putAll(turnsOf(access, queues));
        var mates = database.select(SHOWN_TEAM_MEMBER.USER_ID)
                .from(SHOWN_TEAM_MEMBER)
                .where(SHOWN_TEAM_MEMBER.TEAM_ID.in(values(access.teams())))
                .fetchSet(SHOWN_TEAM_MEMBER.USER_ID);
        var partner = access.partner();
        return new DeskCounts(
                total(byRef("user", List.of(access.user().value()))),
                total(byRef("user", mates)),
                partner.isPresent() ? total(waiting) : total(byRef("waiting", values(access.brands()))),
                total(partner.isPresent() ? byRef("partner", List.of(partner.get().value())) : byRef("open", values(access.brands()))),
                waiting.entrySet().stream().collect(Collectors.toMap(one -> new QueueId(one.getKey()), Map.Entry::getValue)));
    }

    /** Of queues that others share with a partner: what waits for its turn. The tally does not tell turns apart; a partner shares in few queues. */
    private Map<UUID, Integer> turnsOf(Access access, Collection<UUID> own) {
        var shared = routing.queuesInSight(access).stream().map(queue -> queue.id().value()).filter(queue -> !own.contains(queue)).toList();
        var t = CONVERSATION_ROW;
        return shared.isEmpty() ? Map.of() : database.select(t.QUEUE_ID, count())
                .from(t)
                .where(t.QUEUE_ID.in(shared), t.STATE.ne(inline("closed")), t.STATE.eq(inline("waiting")), RowLists.visible(access))
                .groupBy(t.QUEUE_ID)
                .fetchMap(t.QUEUE_ID, count());
    }

    private Map<UUID, Integer> byRef(String kind, Collection<UUID> refs) {
        return database.select(TALLY.REF, sum(TALLY.STEP).cast(SQLDataType.INTEGER))
                .from(TALLY)
                .where(TALLY.KIND.eq(kind), TALLY.REF.in(refs))
                .groupBy(TALLY.REF)
                .fetchMap(row -> Objects.requireNonNull(row.value1()), row -> Objects.requireNonNull(row.value2()));
    }

    private static int total(Map<UUID, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void begin() {
        timers.schedule(KIND, "all", clock.instant().plus(EVERY), Map.of());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void fire(DueTimer timer) {
        database.execute("""
                with folded as (delete from desk.tally returning kind, ref, step)
                insert into desk.tally (kind, ref, step)
                select kind, ref, sum(step) from folded group by kind, ref having sum(step) <> 0""");
        timers.schedule(KIND, "all", clock.instant().plus(EVERY), Map.of());
    }
}
