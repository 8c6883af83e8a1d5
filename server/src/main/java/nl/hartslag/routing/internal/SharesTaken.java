package nl.hartslag.routing.internal;

import static nl.hartslag.routing.internal.db.Tables.SHARE_TAKEN;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.contacts.ContactEvent.ContactAssigned;
import nl.hartslag.contacts.Contacts;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.routing.Routing.Queue;
import nl.hartslag.routing.Routing.Share;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.SiteId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What everyone who shares a queue really took; nobody is counted, only companies and sites. */
@Component
class SharesTaken {
    private static final Duration KEPT = Duration.ofDays(2);
    private final DSLContext db;
    private final Clock clock;
    private final Queues queues;
    private final Agents agents;
    private final Contacts contacts;
    private final Organisation organisation;
    private final PersonTimes times;

    SharesTaken(DSLContext db, Clock clock, Queues queues, Agents agents, Contacts contacts, Organisation organisation, PersonTimes times) {
        this.db = db;
        this.clock = clock;
        this.queues = queues;
        this.agents = agents;
        this.contacts = contacts;
        this.organisation = organisation;
        this.times = times;
    }

    /** Hears of the assignment in its transaction. What someone takes is within sight of his company, and of no other. */
    void taken(ContactAssigned news) {
        if (news.queue() == null) return;
        queues.find(news.queue()).filter(queue -> queue.search().sharing().shared())
                .ifPresent(queue -> agents.agent(news.user()).ifPresent(agent -> {
                    if (!agent.partner().equals(contacts.contactOf(news.contact()).partner())) {
                        contacts.queued(news.contact(), queue.id(), agent.partner());
                    }
                    agent.shareIn(queue).ifPresent(share -> write(news, queue, queue.search().sharing().shares().get(share)));
                }));
    }

    private void write(ContactAssigned news, Queue queue, Share share) {
        UUID partner = share.partner().map(PartnerId::value).orElse(null);
        UUID site = share.site().map(SiteId::value).orElse(null);
        db.insertInto(SHARE_TAKEN)
                .set(SHARE_TAKEN.CONTACT_ID, times.handled(news.contact(), news.brand()))
                .set(SHARE_TAKEN.QUEUE_ID, queue.id().value())
                .set(SHARE_TAKEN.PARTNER_ID, partner)
                .set(SHARE_TAKEN.SITE_ID, site)
                .set(SHARE_TAKEN.AT, news.occurredAt())
                // what comes back and is taken again was taken once
                .onConflict(SHARE_TAKEN.CONTACT_ID).doUpdate()
                .set(SHARE_TAKEN.QUEUE_ID, queue.id().value())
                .set(SHARE_TAKEN.PARTNER_ID, partner)
                .set(SHARE_TAKEN.SITE_ID, site)
                .set(SHARE_TAKEN.AT, news.occurredAt())
                .execute();
    }

    /** Since midnight by the clock of the brand, in the order of the shares. */
    List<Integer> today(Queue queue, List<Share> shares) {
        Map<Share, Integer> counts = counts(List.of(queue)).getOrDefault(queue.id(), Map.of());
        return shares.stream().map(share -> counts.getOrDefault(whose(share), 0)).toList();
    }

    /** Of shares without their percentage. */
    Map<QueueId, Map<Share, Integer>> counts(Collection<Queue> of) {
        Instant now = clock.instant();
        return of.stream().collect(Collectors.groupingBy(Queue::brand)).entrySet().stream()
                .flatMap(each -> counts(each.getValue(), QueueDay.midnight(organisation, each.getKey(), now)).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<QueueId, Map<Share, Integer>> counts(List<Queue> of, Instant since) {
        return db.select(SHARE_TAKEN.QUEUE_ID, SHARE_TAKEN.PARTNER_ID, SHARE_TAKEN.SITE_ID, DSL.count())
                .from(SHARE_TAKEN)
                .where(SHARE_TAKEN.QUEUE_ID.in(of.stream().map(queue -> queue.id().value()).toList()))
                .and(SHARE_TAKEN.AT.ge(since))
                .groupBy(SHARE_TAKEN.QUEUE_ID, SHARE_TAKEN.PARTNER_ID, SHARE_TAKEN.SITE_ID)
                .fetch().stream()
                .collect(Collectors.groupingBy(row -> new QueueId(row.value1()), Collectors.toMap(
                        row -> Sharings.share(row.value2(), row.value3(), 0), row -> row.value4())));
    }

    static Share whose(Share share) {
        return new Share(share.partner(), share.site(), 0);
    }

    void forgetOld() {
        db.deleteFrom(SHARE_TAKEN).where(SHARE_TAKEN.AT.lt(clock.instant().minus(KEPT))).execute();
    }
}
