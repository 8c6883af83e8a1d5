package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.PROMISE_RULE;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.contacts.Priority;
import nl.hartslag.contacts.PromiseRules.For;
import nl.hartslag.contacts.PromiseRules.NewRule;
import nl.hartslag.contacts.PromiseRules.Rule;
import nl.hartslag.contacts.PromiseRules.Terms;
import nl.hartslag.contacts.internal.db.tables.records.PromiseRuleRecord;
import nl.hartslag.organisation.CalendarUse;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CalendarId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.PromiseRuleId;
import nl.hartslag.shared.QueueId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules of promises as rows. */
@Component
public class RuleTable implements CalendarUse {
    private final DSLContext db;

    RuleTable(DSLContext db) {
        this.db = db;
    }

    /** The rules in use of these brands. */
    public List<Rule> of(Collection<UUID> brands) {
        return read(PROMISE_RULE.BRAND_ID.eq(DSL.any(brands.toArray(UUID[]::new))));
    }

    Optional<Rule> find(PromiseRuleId id) {
        return read(PROMISE_RULE.ID.eq(id.value())).stream().findFirst();
    }

    private List<Rule> read(Condition which) {
        return db.selectFrom(PROMISE_RULE).where(which).and(PROMISE_RULE.ARCHIVED_AT.isNull()).orderBy(PROMISE_RULE.ID).fetch(RuleTable::rule);
    }

    void insert(PromiseRuleId id, NewRule rule, Instant now) {
        PromiseRuleRecord row = row(rule);
        row.setId(id.value());
        row.setCreatedAt(now);
        db.insertInto(PROMISE_RULE).set(row).execute();
    }

    void update(PromiseRuleId id, NewRule rule) {
        db.update(PROMISE_RULE).set(row(rule)).where(PROMISE_RULE.ID.eq(id.value())).execute();
    }

    /** @return whether it was there */
    boolean archive(PromiseRuleId id, Instant now) {
        return db.update(PROMISE_RULE).set(PROMISE_RULE.ARCHIVED_AT, now)
                .where(PROMISE_RULE.ID.eq(id.value())).and(PROMISE_RULE.ARCHIVED_AT.isNull()).execute() == 1;
    }

    @Override
    public boolean uses(CalendarId calendar) {
        return db.fetchExists(PROMISE_RULE, PROMISE_RULE.CALENDAR_ID.eq(calendar.value()).and(PROMISE_RULE.ARCHIVED_AT.isNull()));
    }

    private static PromiseRuleRecord row(NewRule rule) {
        PromiseRuleRecord row = new PromiseRuleRecord();
        row.setBrandId(rule.holdsFor().brand().value());
        row.setChannel(rule.holdsFor().channel().orElse(null));
        row.setQueueId(rule.holdsFor().queue().map(QueueId::value).orElse(null));
        row.setPriority(rule.holdsFor().priority().map(Rows::column).orElse(null));
        row.setGroupId(rule.holdsFor().group().map(CustomerGroupId::value).orElse(null));
        row.setFirstSeconds(seconds(rule.terms().first()));
        row.setNextSeconds(seconds(rule.terms().next()));
        row.setSolutionSeconds(seconds(rule.terms().solution()));
        row.setWarnSeconds(seconds(rule.terms().warnBefore()));
        row.setWarnPercent(rule.terms().warnPercent().orElse(null));
        row.setCalendarId(rule.terms().calendar().map(CalendarId::value).orElse(null));
        return row;
    }

    private static Rule rule(PromiseRuleRecord row) {
        return new Rule(
                new PromiseRuleId(row.getId()),
                new For(new BrandId(row.getBrandId()), Optional.ofNullable(row.getChannel()), Optional.ofNullable(row.getQueueId()).map(QueueId::new),
                        Optional.ofNullable(row.getPriority()).map(column -> Rows.state(Priority.class, column)),
                        Optional.ofNullable(row.getGroupId()).map(CustomerGroupId::new)),
                new Terms(time(row.getFirstSeconds()), time(row.getNextSeconds()), time(row.getSolutionSeconds()), time(row.getWarnSeconds()),
                        Optional.ofNullable(row.getWarnPercent()), Optional.ofNullable(row.getCalendarId()).map(CalendarId::new)));
    }

    private static @Nullable Integer seconds(Optional<Duration> time) {
        return time.map(one -> Math.toIntExact(one.toSeconds())).orElse(null);
    }

    private static Optional<Duration> time(@Nullable Integer seconds) {
        return Optional.ofNullable(seconds).map(Duration::ofSeconds);
    }
}
