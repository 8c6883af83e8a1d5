package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.QUEUE;
import static nl.hartslag.routing.internal.db.Tables.QUEUE_RULE;
import static nl.hartslag.routing.internal.db.Tables.QUEUE_SKILL;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.internal.db.tables.records.QueueRecord;
import nl.hartslag.routing.internal.rules.Agent;
import nl.hartslag.routing.internal.rules.QueueChoice.Rule;
import nl.hartslag.routing.internal.rules.Reach;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SkillId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The queues, the skills they need and the rules by which they are chosen. What another node changed is known here within three seconds. */
@Component
class Queues {
    private final DSLContext db;
    private final Kept<Known> inUse = new Kept<>(Duration.ofSeconds(3));
    private final Kept<Map<BrandId, List<Rule>>> rules = new Kept<>(Duration.ofSeconds(3));

    Queues(DSLContext db) {
        this.db = db;
    }

    private record Known(List<Queue> all, Map<QueueId, Queue> byId, List<Queue> keeping) {
        Known(List<Queue> all) {
            this(all, all.stream().collect(Collectors.toMap(Queue::id, queue -> queue)),
                    all.stream().filter(queue -> queue.search().reserve().free() > 0).toList());
        }
    }

    List<Queue> inUse() {
        return known().all();
    }

    /** Those that keep people free. */
    List<Queue> keeping() {
        return known().keeping();
    }

    private Known known() {
        return inUse.get(() -> new Known(read(QUEUE.ARCHIVED_AT.isNull())));
    }

    /** How this person reaches each of these queues; those that never are his work, are absent. */
    Map<QueueId, Reach> reachOf(Agent agent, Predicate<Queue> which) {
        Map<QueueId, Reach> reached = new HashMap<>();
        inUse().stream().filter(which).forEach(queue -> agent.reach(queue).ifPresent(reach -> reached.put(queue.id(), reach)));
        return reached;
    }

    Optional<Queue> find(QueueId id) {
        Queue known = known().byId().get(id);
        return known != null ? Optional.of(known) : read(QUEUE.ID.eq(id.value())).stream().findFirst();
    }

    Queue get(QueueId id) {
        return find(id).orElseThrow(() -> Problem.notFound("routing/queue"));
    }

    /** As it stands in the database: what comes back after a long time may find its queue archived. */
    boolean isInUse(QueueId id) {
        return db.fetchExists(QUEUE, QUEUE.ID.eq(id.value()).and(QUEUE.ARCHIVED_AT.isNull()));
    }

    Optional<Queue> named(BrandId brand, String name) {
        return read(QUEUE.BRAND_ID.eq(brand.value()).and(QUEUE.NAME.eq(name))).stream().findFirst();
    }

    /** Empty when the brand has a queue of that name already. */
    Optional<QueueId> insert(NewQueue queue) {
        QueueId id = QueueId.next();
        QueueRecord row = db.newRecord(QUEUE);
        row.setId(id.value());
        row.setBrandId(queue.brand().value());
        row.setName(queue.name());
        row.setPartnerId(queue.partner().map(PartnerId::value).orElse(null));
        row.setPriority(queue.priority());
        row.setAgeingMinutes(queue.ageingMinutes());
        row.setMode(queue.mode());
        row.setOfferSeconds(queue.offerSeconds());
        row.setOverflowMinutes(queue.overflowMinutes());
        row.setAtAllHours(queue.atAllHours());
        row.setInTurn(queue.inTurn());
        row.setKnowsCaseMinutes(queue.search().knowsCaseMinutes());
        row.setNextTurnMinutes(queue.search().sharing().nextMinutes());
        int inserted = db.insertInto(QUEUE).set(row).onConflict(QUEUE.BRAND_ID, QUEUE.NAME).doNothing().execute();
        if (inserted == 0) return Optional.empty();
        setSkills(id, queue.skills(), queue.search());
        return Optional.of(id);
    }

    /** Also whom it looks for besides. */
    void setSkills(QueueId queue, Map<SkillId, Integer> skills, Search search) {
        db.deleteFrom(QUEUE_SKILL).where(QUEUE_SKILL.QUEUE_ID.eq(queue.value())).execute();
        skills.forEach((skill, level) -> db.insertInto(QUEUE_SKILL)
                .set(QUEUE_SKILL.QUEUE_ID, queue.value())
                .set(QUEUE_SKILL.SKILL_ID, skill.value())
                .set(QUEUE_SKILL.MIN_LEVEL, level)
                .execute());
        Searches.write(db, queue, search);
        Sharings.write(db, queue, search.sharing());
        KeptPeople.write(db, queue, search.reserve());
        changed();
    }

    /** After the transaction: read them again. */
    void changed() {
        AfterCommit.run(() -> {
            inUse.forget();
            rules.forget();
        });
    }

    List<Rule> rules(BrandId brand) {
        return rules.get(this::readRules).getOrDefault(brand, List.of());
    }

    private Map<BrandId, List<Rule>> readRules() {
        return db.select(QUEUE_RULE.fields())
                .from(QUEUE_RULE)
                .join(QUEUE).on(QUEUE.ID.eq(QUEUE_RULE.QUEUE_ID))
                .where(QUEUE.ARCHIVED_AT.isNull())
                .fetchInto(QUEUE_RULE)
                .stream()
                .collect(Collectors.groupingBy(
                        row -> new BrandId(row.getBrandId()),
                        Collectors.mapping(
                                row -> new Rule(
                                        Optional.ofNullable(row.getChannel()),
                                        Optional.ofNullable(row.getReasonId()).map(ReasonId::new),
                                        Optional.ofNullable(row.getAddress()),
                                        new QueueId(row.getQueueId())),
                                Collectors.toList())));
    }

    List<Queue> read(Condition which) {
        Map<UUID, Map<SkillId, Integer>> skills = db.selectFrom(QUEUE_SKILL).stream()
                .collect(Collectors.groupingBy(
                        row -> row.getQueueId(),
                        Collectors.toMap(row -> new SkillId(row.getSkillId()), row -> row.getMinLevel())));
        var rows = db.selectFrom(QUEUE).where(which).orderBy(QUEUE.BRAND_ID, QUEUE.NAME).fetch();
        Map<UUID, Search> searches = Searches.read(db, rows);
        return rows.map(row -> new Queue(
                new QueueId(row.getId()),
                new BrandId(row.getBrandId()),
                row.getName(),
                Optional.ofNullable(row.getPartnerId()).map(PartnerId::new),
                row.getPriority(),
                row.getAgeingMinutes(),
                row.getMode(),
                row.getOfferSeconds(),
                row.getOverflowMinutes(),
                skills.getOrDefault(row.getId(), Map.of()),
                row.getAtAllHours(),
                row.getInTurn(),
                searches.get(row.getId())));
    }
}
