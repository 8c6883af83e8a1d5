package nl.hartslag.feedback.internal.asking;

import static nl.hartslag.feedback.internal.db.Tables.EXCLUDED_REASON;
import static nl.hartslag.feedback.internal.db.Tables.SAMPLING_RULE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.feedback.AskingRule;
import nl.hartslag.feedback.internal.db.tables.records.SamplingRuleRecord;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.ReasonId;
import nl.hartslag.shared.Uuid7;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules as stored. */
@Component
public class AskingRules {
    private final DSLContext db;

    AskingRules(DSLContext db) {
        this.db = db;
    }

    /** The queue's own rule, else the brand's, else the standard one. */
    AskingRule rule(BrandId brand, @Nullable QueueId queue) {
        return db.selectFrom(SAMPLING_RULE)
                .where(SAMPLING_RULE.BRAND_ID.eq(brand.value()))
                .and(SAMPLING_RULE.QUEUE_ID.isNull().or(SAMPLING_RULE.QUEUE_ID.eq(queue == null ? null : queue.value())))
                .orderBy(SAMPLING_RULE.QUEUE_ID.asc().nullsLast())
                .limit(1)
                .fetchOptional()
                .map(AskingRules::rule)
                .orElseGet(() -> AskingRule.standard(brand));
    }

    public List<AskingRule> all(BrandId brand) {
        return db.selectFrom(SAMPLING_RULE)
                .where(SAMPLING_RULE.BRAND_ID.eq(brand.value()))
                .orderBy(SAMPLING_RULE.QUEUE_ID.asc().nullsFirst())
                .fetch(AskingRules::rule);
    }

    public Optional<AskingRule> own(BrandId brand, Optional<QueueId> queue) {
        return db.selectFrom(SAMPLING_RULE).where(at(brand, queue)).fetchOptional().map(AskingRules::rule);
    }

    public void set(AskingRule rule) {
        db.insertInto(SAMPLING_RULE)
                .set(SAMPLING_RULE.ID, Uuid7.next())
                .set(SAMPLING_RULE.BRAND_ID, rule.brand().value())
                .set(SAMPLING_RULE.QUEUE_ID, rule.queue().map(QueueId::value).orElse(null))
                .set(SAMPLING_RULE.ONE_IN, rule.oneIn())
                .set(SAMPLING_RULE.DELAY_MINUTES, rule.delayMinutes())
                .set(SAMPLING_RULE.QUARANTINE_DAYS, rule.quarantineDays())
                .set(SAMPLING_RULE.AT_MOST_PER_DAY, rule.atMostPerDay().orElse(null))
                .onConflict(SAMPLING_RULE.BRAND_ID, SAMPLING_RULE.QUEUE_ID)
                .doUpdate()
                .set(SAMPLING_RULE.ONE_IN, rule.oneIn())
                .set(SAMPLING_RULE.DELAY_MINUTES, rule.delayMinutes())
                .set(SAMPLING_RULE.QUARANTINE_DAYS, rule.quarantineDays())
                .set(SAMPLING_RULE.AT_MOST_PER_DAY, rule.atMostPerDay().orElse(null))
                .execute();
    }

    public void remove(BrandId brand, Optional<QueueId> queue) {
        db.deleteFrom(SAMPLING_RULE).where(at(brand, queue)).execute();
    }

    public Set<ReasonId> excluded(BrandId brand) {
        return db.select(EXCLUDED_REASON.REASON_ID)
                .from(EXCLUDED_REASON)
                .where(EXCLUDED_REASON.BRAND_ID.eq(brand.value()))
                .fetchSet(EXCLUDED_REASON.REASON_ID)
                .stream().map(ReasonId::new).collect(Collectors.toSet());
    }

    public void exclude(BrandId brand, Set<ReasonId> reasons) {
        Set<UUID> ids = reasons.stream().map(ReasonId::value).collect(Collectors.toSet());
        db.deleteFrom(EXCLUDED_REASON)
                .where(EXCLUDED_REASON.BRAND_ID.eq(brand.value()), EXCLUDED_REASON.REASON_ID.notIn(ids))
                .execute();
        ids.forEach(id -> db.insertInto(EXCLUDED_REASON)
                .set(EXCLUDED_REASON.BRAND_ID, brand.value())
                .set(EXCLUDED_REASON.REASON_ID, id)
                .onConflictDoNothing()
                .execute());
    }

    private static Condition at(BrandId brand, Optional<QueueId> queue) {
        return SAMPLING_RULE.BRAND_ID.eq(brand.value())
                .and(queue.map(id -> SAMPLING_RULE.QUEUE_ID.eq(id.value())).orElseGet(SAMPLING_RULE.QUEUE_ID::isNull));
    }

    private static AskingRule rule(SamplingRuleRecord row) {
        return new AskingRule(
                new BrandId(row.getBrandId()),
                Optional.ofNullable(row.getQueueId()).map(QueueId::new),
                row.getOneIn(),
                row.getDelayMinutes(),
                row.getQuarantineDays(),
                Optional.ofNullable(row.getAtMostPerDay()));
    }
}
