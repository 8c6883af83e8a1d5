package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.PREFERRED_SKILL;
import static nl.hartslag.routing.internal.db.Tables.RING;
import static nl.hartslag.routing.internal.db.Tables.RING_PARTNER;
import static nl.hartslag.routing.internal.db.Tables.RING_SITE;
import static nl.hartslag.routing.internal.db.Tables.RING_SKILL;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.routing.Routing.Reserve;
import nl.hartslag.routing.Routing.Ring;
import nl.hartslag.routing.Routing.Search;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.routing.Routing.Sharing;
import nl.hartslag.routing.internal.db.tables.records.QueueRecord;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SiteId;
import nl.hartslag.shared.SkillId;
import org.jooq.DSLContext;

/** Whom the queues look for besides, as it is stored. */
final class Searches {
    private Searches() {}

    /** A ring of a queue. */
    private record Key(UUID queue, int ring) {}

    /** Those of these queues. */
    static Map<UUID, Search> read(DSLContext db, List<QueueRecord> queues) {
        Map<Key, Map<SkillId, Integer>> skills = db.selectFrom(RING_SKILL).stream().collect(Collectors.groupingBy(
                row -> new Key(row.getQueueId(), row.getRing()),
                Collectors.toMap(row -> new SkillId(row.getSkillId()), row -> row.getMinLevel())));
        Map<Key, Set<PartnerId>> partners = db.selectFrom(RING_PARTNER).stream().collect(Collectors.groupingBy(
                row -> new Key(row.getQueueId(), row.getRing()),
                Collectors.mapping(row -> new PartnerId(row.getPartnerId()), Collectors.toSet())));
        Map<Key, Set<SiteId>> sites = db.selectFrom(RING_SITE).stream().collect(Collectors.groupingBy(
                row -> new Key(row.getQueueId(), row.getRing()),
                Collectors.mapping(row -> new SiteId(row.getSiteId()), Collectors.toSet())));
        Map<UUID, List<Ring>> rings = db.selectFrom(RING).orderBy(RING.QUEUE_ID, RING.RING_).stream().collect(Collectors.groupingBy(
                row -> row.getQueueId(),
                Collectors.mapping(row -> {
                    Key key = new Key(row.getQueueId(), row.getRing());
                    return new Ring(row.getAfterMinutes(), skills.getOrDefault(key, Map.of()), partners.getOrDefault(key, Set.of()),
                            row.getOwnPeople(), sites.getOrDefault(key, Set.of()));
                }, Collectors.toList())));
        Map<UUID, Map<SkillId, Integer>> preferred = db.selectFrom(PREFERRED_SKILL).stream().collect(Collectors.groupingBy(
                row -> row.getQueueId(), Collectors.toMap(row -> new SkillId(row.getSkillId()), row -> row.getMinLevel())));
        Map<UUID, List<Share>> shares = Sharings.read(db);
        Map<UUID, Reserve> reserves = KeptPeople.read(db);
        return queues.stream().collect(Collectors.toMap(queue -> queue.getId(), queue -> new Search(
                preferred.getOrDefault(queue.getId(), Map.of()), queue.getKnowsCaseMinutes(), rings.getOrDefault(queue.getId(), List.of()),
                new Sharing(shares.getOrDefault(queue.getId(), List.of()), queue.getNextTurnMinutes()),
                reserves.getOrDefault(queue.getId(), Reserve.NONE))));
    }

    static void write(DSLContext db, QueueId queue, Search search) {
        db.deleteFrom(PREFERRED_SKILL).where(PREFERRED_SKILL.QUEUE_ID.eq(queue.value())).execute();
        search.preferred().forEach((skill, level) -> db.insertInto(PREFERRED_SKILL)
                .set(PREFERRED_SKILL.QUEUE_ID, queue.value())
                .set(PREFERRED_SKILL.SKILL_ID, skill.value())
                .set(PREFERRED_SKILL.MIN_LEVEL, level)
                .execute());
        db.deleteFrom(RING).where(RING.QUEUE_ID.eq(queue.value())).execute();
        for (int i = 0; i < search.rings().size(); i++) insert(db, queue, i + 1, search.rings().get(i));
    }

    private static void insert(DSLContext db, QueueId queue, int number, Ring ring) {
        db.insertInto(RING)
                .set(RING.QUEUE_ID, queue.value())
                .set(RING.RING_, number)
                .set(RING.AFTER_MINUTES, ring.afterMinutes())
                .set(RING.OWN_PEOPLE, ring.ownPeople())
                .execute();
        ring.skills().forEach((skill, level) -> db.insertInto(RING_SKILL)
                .set(RING_SKILL.QUEUE_ID, queue.value())
                .set(RING_SKILL.RING, number)
                .set(RING_SKILL.SKILL_ID, skill.value())
                .set(RING_SKILL.MIN_LEVEL, level)
                .execute());
        ring.partners().forEach(partner -> db.insertInto(RING_PARTNER)
                .set(RING_PARTNER.QUEUE_ID, queue.value())
                .set(RING_PARTNER.RING, number)
                .set(RING_PARTNER.PARTNER_ID, partner.value())
                .execute());
        ring.sites().forEach(site -> db.insertInto(RING_SITE)
                .set(RING_SITE.QUEUE_ID, queue.value())
                .set(RING_SITE.RING, number)
                .set(RING_SITE.SITE_ID, site.value())
                .execute());
    }
}
