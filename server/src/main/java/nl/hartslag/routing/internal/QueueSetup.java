package nl.hartslag.routing.internal;

import static java.util.Map.entry;
import static nl.hartslag.routing.internal.db.Tables.QUEUE;
import static nl.hartslag.routing.internal.db.Tables.QUEUE_RULE;
import static nl.hartslag.routing.internal.db.Tables.WAITING;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.hartslag.organisation.OrganisationSettings;
import nl.hartslag.organisation.OrganisationSettings.Partner;
import nl.hartslag.organisation.OrganisationSettings.Site;
import nl.hartslag.people.People;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.routing.QueueSettings;
import nl.hartslag.routing.Routing.Capacity;
import nl.hartslag.routing.Routing.NewQueue;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Reserve;
import nl.hartslag.routing.Routing.Ring;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.routing.Routing.Sharing;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.QueueRuleId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import nl.hartslag.shared.UserId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Setting up queues and the rules that lead to them. */
@Component
class QueueSetup implements QueueSettings {
    private final DSLContext db;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Queues queues;
    private final Capacities capacities;
    private final People people;
    private final OrganisationSettings organisation;
    private final Audit audit;
    private final Widening widening;
    private final Haste haste;
    private final Turns turns;
    private final Agents agents;
    private final SeenQueue seen;
    private final Signals signals;

    QueueSetup(
            DSLContext db, TransactionTemplate transactions, Clock clock, Queues queues, Capacities capacities,
            People people, OrganisationSettings organisation, Audit audit, Widening widening, Haste haste, Turns turns, Agents agents, SeenQueue seen,
            Signals signals) {
        this.db = db;
        this.transactions = transactions;
        this.clock = clock;
        this.queues = queues;
        this.capacities = capacities;
        this.people = people;
        this.organisation = organisation;
        this.audit = audit;
        this.widening = widening;
        this.haste = haste;
        this.turns = turns;
        this.agents = agents;
        this.seen = seen;
        this.signals = signals;
    }

    @Override
    public QueueId create(Access access, NewQueue draft) {
        NewQueue queue = placed(draft);
        mayConfigure(access, queue.brand(), queue.partner());
        return transactions.execute(_ -> {
            QueueId id = insert(queue);
            tell(id, Reserve.NONE, queue.search().reserve());
            audit.record(access, "queue.created", "queue", id.toString(), Optional.of(queue.brand()), facts(queue));
            return id;
        });
    }

    QueueId insert(NewQueue draft) {
        NewQueue queue = placed(draft);
        verify(queue, Set.of(), Set.of(), Set.of(), Set.of());
        return queues.insert(queue).orElseThrow(() -> nameTaken(queue));
    }

    @Override
    public void change(Access access, QueueId id, NewQueue draft) {
        Queue old = mine(access, id);
        NewQueue queue = placed(draft.with(seen.kept(access, draft.search(), old.search())));
        mayConfigure(access, old.brand(), queue.partner());
        verify(queue, skills(old.skills(), old.search()), partners(old.partner(), old.search()), sites(old.search()), old.search().reserve().people());
        try {
            transactions.executeWithoutResult(_ -> {
                turns.lock(id.value());
                db.update(QUEUE)
                        .set(QUEUE.NAME, queue.name())
                        .set(QUEUE.PARTNER_ID, queue.partner().map(PartnerId::value).orElse(null))
                        .set(QUEUE.PRIORITY, queue.priority())
                        .set(QUEUE.AGEING_MINUTES, queue.ageingMinutes())
                        .set(QUEUE.MODE, queue.mode())
                        .set(QUEUE.OFFER_SECONDS, queue.offerSeconds())
                        .set(QUEUE.OVERFLOW_MINUTES, queue.overflowMinutes())
                        .set(QUEUE.AT_ALL_HOURS, queue.atAllHours())
                        .set(QUEUE.IN_TURN, queue.inTurn())
                        .set(QUEUE.NEXT_TURN_MINUTES, queue.search().sharing().nextMinutes())
                        .set(QUEUE.KNOWS_CASE_MINUTES, queue.search().knowsCaseMinutes())
                        .where(QUEUE.ID.eq(id.value()))
                        .execute();
                queues.setSkills(id, queue.skills(), queue.search());
                if (old.ageingMinutes() != queue.ageingMinutes()) haste.rankAnew(id, queue.ageingMinutes());
                if (!old.search().rings().equals(queue.search().rings())) widening.beginAnew(queue(id, old.brand(), queue));
                if (!old.search().sharing().equals(queue.search().sharing())) turns.beginAnew(id);
                if (!old.search().reserve().equals(queue.search().reserve())) tell(id, old.search().reserve(), queue.search().reserve());
                audit.record(access, "queue.changed", "queue", id.toString(), Optional.of(old.brand()),
                        Map.of("old", facts(old), "new", facts(queue)));
            });
        } catch (DuplicateKeyException taken) {
            throw nameTaken(queue);
        }
    }

    /** Those who stay free, and those who need not any more, see it at once. */
    private void tell(QueueId queue, Reserve old, Reserve now) {
        signals.queue(queue);
        Stream.concat(old.people().stream(), now.people().stream()).distinct().forEach(user -> {
            signals.hands(user);
            signals.agent(user);
        });
    }

    @Override
    public void archive(Access access, QueueId id) {
        Queue queue = mine(access, id);
        transactions.executeWithoutResult(_ -> {
            int archived = db.update(QUEUE).set(QUEUE.ARCHIVED_AT, clock.instant())
                    .where(QUEUE.ID.eq(id.value()))
                    .andNotExists(db.selectOne().from(WAITING).where(WAITING.QUEUE_ID.eq(id.value())))
                    .execute();
            if (archived == 0) throw Problem.of("routing/queue-in-use", 409).with("name", queue.name());
            db.deleteFrom(QUEUE_RULE).where(QUEUE_RULE.QUEUE_ID.eq(id.value())).execute();
            queues.changed();
            tell(id, queue.search().reserve(), Reserve.NONE);
            audit.record(access, "queue.archived", "queue", id.toString(), Optional.of(queue.brand()), facts(queue));
        });
    }

    @Override
    public List<QueueRule> rules(Access access) {
        access.require(Permission.ROUTING_CONFIGURE);
        Set<UUID> brands = access.brands().stream().map(BrandId::value).collect(Collectors.toSet());
        return db.selectFrom(QUEUE_RULE).where(QUEUE_RULE.BRAND_ID.in(brands))
                .orderBy(QUEUE_RULE.BRAND_ID, QUEUE_RULE.ADDRESS.asc().nullsLast(),
                        QUEUE_RULE.REASON_ID.asc().nullsLast(), QUEUE_RULE.CHANNEL.asc().nullsLast())
                .fetch(row -> new QueueRule(
                        new QueueRuleId(row.getId()), new BrandId(row.getBrandId()), Optional.ofNullable(row.getChannel()),
                        Optional.ofNullable(row.getReasonId()).map(ReasonId::new), Optional.ofNullable(row.getAddress()),
                        new QueueId(row.getQueueId())))
                .stream()
                .filter(rule -> queues.find(rule.queue()).filter(queue -> access.sees(queue.brand(), queue.partner())).isPresent())
                .toList();
    }

    @Override
    public QueueRuleId addRule(Access access, NewRule rule) {
        mayConfigure(access, rule.brand(), Optional.empty());
        if (!mine(access, rule.queue()).brand().equals(rule.brand())) throw Problem.invalid("queue", "unknown");
        return transactions.execute(_ -> {
            QueueRuleId id = insertRule(rule).orElseThrow(() -> Problem.of("routing/rule-taken", 409));
            audit.record(access, "queue-rule.added", "queue", rule.queue().toString(), Optional.of(rule.brand()), facts(rule));
            return id;
        });
    }

    /** The same rule twice is one rule; the last queue named counts. */
    void putRule(NewRule rule) {
        if (insertRule(rule).isPresent()) return;
        db.update(QUEUE_RULE).set(QUEUE_RULE.QUEUE_ID, rule.queue().value())
                .where(QUEUE_RULE.BRAND_ID.eq(rule.brand().value()))
                .and(QUEUE_RULE.CHANNEL.isNotDistinctFrom(rule.channel().orElse(null)))
                .and(QUEUE_RULE.REASON_ID.isNotDistinctFrom(rule.reason().map(ReasonId::value).orElse(null)))
                .and(QUEUE_RULE.ADDRESS.isNotDistinctFrom(address(rule)))
                .execute();
        queues.changed();
    }

    private Optional<QueueRuleId> insertRule(NewRule rule) {
        QueueRuleId id = QueueRuleId.next();
        int inserted = db.insertInto(QUEUE_RULE)
                .set(QUEUE_RULE.ID, id.value())
                .set(QUEUE_RULE.BRAND_ID, rule.brand().value())
                .set(QUEUE_RULE.CHANNEL, rule.channel().orElse(null))
                .set(QUEUE_RULE.REASON_ID, rule.reason().map(ReasonId::value).orElse(null))
                .set(QUEUE_RULE.ADDRESS, address(rule))
                .set(QUEUE_RULE.QUEUE_ID, rule.queue().value())
                .onConflictDoNothing()
                .execute();
        queues.changed();
        return inserted == 0 ? Optional.empty() : Optional.of(id);
    }

    @Override
    public void removeRule(Access access, QueueRuleId id) {
        QueueRule rule = rules(access).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> Problem.notFound("routing/rule"));
        transactions.executeWithoutResult(_ -> {
            db.deleteFrom(QUEUE_RULE).where(QUEUE_RULE.ID.eq(id.value())).execute();
            queues.changed();
            audit.record(access, "queue-rule.removed", "queue", rule.queue().toString(), Optional.of(rule.brand()),
                    facts(new NewRule(rule.brand(), rule.channel(), rule.reason(), rule.address(), rule.queue())));
        });
    }

    @Override
    public List<PersonCapacity> capacities(Access access) {
        return capacities.all(access);
    }

    @Override
    public void setCapacity(Access access, UserId user, Capacity capacity) {
        capacities.set(access, user, capacity);
    }

    @Override
    public void resetCapacity(Access access, UserId user) {
        capacities.reset(access, user);
    }

    private Queue mine(Access access, QueueId id) {
        access.require(Permission.ROUTING_CONFIGURE);
        return queues.find(id).filter(queue -> access.sees(queue.brand(), queue.partner()))
                .orElseThrow(() -> Problem.notFound("routing/queue"));
    }

    /** Someone of a partner sets up his own company's queues only. */
    private static void mayConfigure(Access access, BrandId brand, Optional<PartnerId> partner) {
        access.require(Permission.ROUTING_CONFIGURE);
        if (!access.brands().contains(brand)) throw Problem.invalid("brand", "unknown");
        if (access.partner().isPresent() && !access.partner().equals(partner)) throw Problem.invalid("partner", "unknown");
    }

    /** What is archived is kept by a queue that has it, and chosen for no other. */
    private void verify(
            NewQueue queue, Set<SkillId> skillsBefore, Set<PartnerId> partnersBefore, Set<SiteId> sitesBefore, Set<UserId> peopleBefore) {
        List<Integer> after = queue.search().rings().stream().map(Ring::afterMinutes).toList();
        FieldErrors errors = new FieldErrors();
        SharesRule.check(errors, queue);
        Reserve reserve = queue.search().reserve();
        errors.check(reserve.people().isEmpty() || reserve.free() <= reserve.people().size(), "reserve", "more-than-people")
                .check(reserve.people().stream().allMatch(user -> peopleBefore.contains(user) || mayHave(user, queue)), "reserve", "unknown");
        errors.check(after.equals(after.stream().distinct().sorted().toList()), "rings", "ascending")
                .chosen("sites", sites(queue.search()), sitesBefore,
                        organisation.sites().stream().collect(Collectors.toMap(Site::id, Site::archived)))
                .chosen("skills", skills(queue.skills(), queue.search()), skillsBefore,
                        people.skills().stream().collect(Collectors.toMap(People.Skill::id, People.Skill::archived)))
                .chosen("partner", partners(queue.partner(), queue.search()), partnersBefore,
                        organisation.partners().stream().collect(Collectors.toMap(Partner::id, Partner::archived)))
                .verify();
    }

    /** Whether its work may be his, skills aside: of the brand, and of a company that has a part in it. */
    private boolean mayHave(UserId user, NewQueue queue) {
        Queue draft = queue(QueueId.next(), queue.brand(), queue);
        return agents.agent(user).filter(agent -> agent.mayBeGiven(draft)).isPresent();
    }

    private static Set<SkillId> skills(Map<SkillId, Integer> needed, Search search) {
        return Stream.of(Stream.of(needed, search.preferred()), search.rings().stream().map(Ring::skills))
                .flatMap(each -> each).flatMap(each -> each.keySet().stream()).collect(Collectors.toSet());
    }

    private static Set<PartnerId> partners(Optional<PartnerId> own, Search search) {
        return Stream.of(
                        own.stream(), search.rings().stream().flatMap(ring -> ring.partners().stream()),
                        search.sharing().shares().stream().flatMap(share -> share.partner().stream()))
                .flatMap(each -> each).collect(Collectors.toSet());
    }

    private static Set<SiteId> sites(Search search) {
        return Stream.concat(
                        search.rings().stream().flatMap(ring -> ring.sites().stream()),
                        search.sharing().shares().stream().flatMap(share -> share.site().stream()))
                .collect(Collectors.toSet());
    }

    /** The share of a site is that of its company. */
    private NewQueue placed(NewQueue queue) {
        Search search = queue.search();
        if (search.sharing().shares().stream().allMatch(share -> share.site().isEmpty())) return queue;
        Map<SiteId, Optional<PartnerId>> companies = organisation.sites().stream()
                .collect(Collectors.toMap(Site::id, site -> Optional.ofNullable(site.partner())));
        List<Share> shares = search.sharing().shares().stream()
                .map(share -> new Share(share.site().flatMap(site -> companies.getOrDefault(site, Optional.empty()))
                        .or(() -> share.site().isPresent() ? Optional.empty() : share.partner()), share.site(), share.percent()))
                .toList();
        return queue.with(search.with(new Sharing(shares, search.sharing().nextMinutes())));
    }

    private static Queue queue(QueueId id, BrandId brand, NewQueue queue) {
        return new Queue(
                id, brand, queue.name(), queue.partner(), queue.priority(), queue.ageingMinutes(), queue.mode(),
                queue.offerSeconds(), queue.overflowMinutes(), queue.skills(), queue.atAllHours(), queue.inTurn(), queue.search());
    }

    private static Problem nameTaken(NewQueue queue) {
        return Problem.of("routing/queue-name-taken", 409).with("name", queue.name()).field("name", "taken");
    }

    private static @Nullable String address(NewRule rule) {
        return rule.address().map(address -> address.strip().toLowerCase(java.util.Locale.ROOT)).orElse(null);
    }

    private static Map<String, ?> facts(NewQueue queue) {
        return Map.ofEntries(entry("name", queue.name()), entry("priority", queue.priority()), entry("ageingMinutes", queue.ageingMinutes()),
                entry("mode", queue.mode()), entry("offerSeconds", queue.offerSeconds()), entry("overflowMinutes", queue.overflowMinutes()),
                entry("search", queue.search().toString()), entry("partner", queue.partner().map(PartnerId::toString).orElse("")),
                entry("skills", queue.skills().toString()), entry("atAllHours", queue.atAllHours()), entry("inTurn", queue.inTurn()));
    }

    private static Map<String, ?> facts(Queue queue) {
        return facts(new NewQueue(queue.brand(), queue.name(), queue.partner(), queue.priority(), queue.ageingMinutes(),
                queue.mode(), queue.offerSeconds(), queue.overflowMinutes(), queue.skills(),
                queue.atAllHours(), queue.inTurn(), queue.search()));
    }

    private static Map<String, ?> facts(NewRule rule) {
        return Map.of("channel", rule.channel().orElse(""), "reason", rule.reason().map(ReasonId::toString).orElse(""),
                "address", rule.address().orElse(""));
    }
}
