package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.contacts.GivenPromises.Decided;
import nl.hartslag.contacts.GivenPromises.OfQueue;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.PartnerId;
import nl.hartslag.shared.QueueId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What is promised to the customers of each queue, counted over the same rows, by the same rule, as the share of all of them. */
@Component
class QueuePromises {
    /** Kind by kind, as each has an index of what is open. */
    static final Condition TO_BE_KEPT = Stream.of("answer", "agent", "solution")
            .map(kind -> PROMISE.KIND.eq(DSL.inline(kind)).and(PROMISE.STATE.in(DSL.inline("open"), DSL.inline("late"))))
            .reduce(DSL.falseCondition(), Condition::or)
            .and(PROMISE.PAUSED_AT.isNull());
    private final DSLContext db;

    QueuePromises(DSLContext db) {
        this.db = db;
    }

    Map<QueueId, OfQueue> of(Access access, BrandId brand, Instant from, Instant now, Instant soon) {
        access.require(Permission.LIVE_VIEW, brand);
        Condition mine = PROMISE.BRAND_ID.eq(brand.value())
                .and(CONTACT.QUEUE_ID.isNotNull())
                .and(ofPartner(access));
        Map<QueueId, OfQueue> found = new HashMap<>();
        counted(mine.and(PromiseLists.wasDue(from, now)).and(PROMISE.KIND.eq(DSL.inline("answer"))), PromiseLists.IS_KEPT, DSL.trueCondition())
                .forEach(row -> found.put(new QueueId(row.value1()), new OfQueue(PromiseLists.kept(row.value2(), row.value3()), 0, 0)));
        counted(mine.and(TO_BE_KEPT).and(PROMISE.DUE_AT.lt(soon)), PROMISE.DUE_AT.lt(now), PROMISE.DUE_AT.ge(now))
                .forEach(row -> found.merge(new QueueId(row.value1()), new OfQueue(OfQueue.NOTHING.answers(), row.value2(), row.value3()),
                        (day, open) -> new OfQueue(day.answers(), open.late(), open.dueSoon())));
        return found;
    }

    /**
     * How the answers of each queue turned out whose outcome fell in a period, each once: kept when it was given in time, missed when its moment
     * went by without it. Over a period in which all of them were both due and answered these are the same as in {@link #of}.
     */
    Map<QueueId, Decided> decided(Access access, BrandId brand, Instant from, Instant to) {
        access.require(Permission.LIVE_VIEW, brand);
        // what was kept was due later than it was kept, so that the index on what was due finds both
        Condition outcome = DSL.or(
                PromiseLists.IS_KEPT.and(PROMISE.SETTLED_AT.ge(from)).and(PROMISE.SETTLED_AT.lt(to)),
                DSL.not(PromiseLists.IS_KEPT).and(PromiseLists.WAS_DUE_AT.lt(to)));
        return counted(PROMISE.BRAND_ID.eq(brand.value())
                        .and(CONTACT.QUEUE_ID.isNotNull())
                        .and(ofPartner(access))
                        .and(PromiseLists.counts()).and(PromiseLists.WAS_DUE_AT.ge(from))
                        .and(PROMISE.KIND.eq(DSL.inline("answer")))
                        .and(outcome), PromiseLists.IS_KEPT, DSL.trueCondition())
                .intoMap(row -> new QueueId(row.value1()), row -> new Decided(row.value2(), row.value3()));
    }

    static Condition ofPartner(Access access) {
        return access.partner().map(PartnerId::value).map(CONTACT.PARTNER_ID::eq).orElse(DSL.noCondition());
    }

    private Result<Record3<UUID, Integer, Integer>> counted(Condition which, Condition one, Condition other) {
        return db.select(CONTACT.QUEUE_ID, DSL.count().filterWhere(one), DSL.count().filterWhere(other))
                .from(PROMISE)
                .join(CONTACT).on(CONTACT.ID.eq(PROMISE.CONTACT_ID))
                .where(which)
                .groupBy(CONTACT.QUEUE_ID)
                .fetch();
    }
}
