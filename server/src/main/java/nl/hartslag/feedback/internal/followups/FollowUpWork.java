package nl.hartslag.feedback.internal.followups;

import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.feedback.FollowUpOutcome;
import nl.hartslag.feedback.FollowUpRule;
import nl.hartslag.feedback.internal.db.tables.records.FollowUpRecord;
import nl.hartslag.feedback.internal.db.tables.records.ResponseRecord;
import nl.hartslag.organisation.Organisation;
import nl.hartslag.platform.timers.Timers;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.Uuid7;
import nl.hartslag.shared.statistics.ScoreClass;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happens to follow-ups without anybody's hand: they are made, remind, come late, and go when a score rises. */
@Component
public class FollowUpWork {
    private final DSLContext db;
    private final Owners owners;
    private final FollowUpRules rules;
    private final FollowUpNews news;
    private final Organisation organisation;
    private final Timers timers;
    private final Clock clock;

    FollowUpWork(
            DSLContext db,
            Owners owners,
            FollowUpRules rules,
            FollowUpNews news,
            Organisation organisation,
            Timers timers,
            Clock clock) {
        this.db = db;
        this.owners = owners;
        this.rules = rules;
        this.news = news;
        this.organisation = organisation;
        this.timers = timers;
        this.clock = clock;
    }

    /** A detractor gets one; when the customer changes his mind it goes or comes back, unless a person ended it. */
    public void answered(ResponseRecord response, Instant now) {
        boolean detractor = ScoreClass.of(response.getScore()) == ScoreClass.DETRACTOR;
        var existing = db.selectFrom(FOLLOW_UP)
                .where(FOLLOW_UP.RESPONSE_ID.eq(response.getId()))
                .forUpdate()
                .fetchOptional();
        if (existing.isEmpty()) {
            if (detractor) create(response, now);
            return;
        }
        FollowUpRecord row = existing.get();
        boolean done = row.getState().equals("done");
        boolean endedBySystem = done && row.getDoneBy() == null;
        if (!detractor && !done) {
            row.setState("done");
            row.setOutcome(FollowUpOutcome.NOTHING_TO_DO.key());
            row.setDoneAt(now);
        } else if (detractor && endedBySystem) {
            row.setState(now.isBefore(row.getDueAt()) ? "open" : "late");
            row.setOutcome(null);
            row.setDoneAt(null);
        }
        row.setVersion(row.getVersion() + 1);
        row.update();
        news.changed(row);
    }

    private void create(ResponseRecord response, Instant now) {
        BrandId brand = new BrandId(response.getBrandId());
        FollowUpRule rule = rules.of(brand);
        Instant due = WorkingDays.due(organisation.hours(brand, response.getChannel()), now, rule.workingDays());
        FollowUpRecord row = db.newRecord(FOLLOW_UP);
        row.setId(Uuid7.next());
        row.setResponseId(response.getId());
        row.setBrandId(response.getBrandId());
        row.setPartnerId(response.getPartnerId());
        row.setTeamId(response.getTeamId());
        row.setCustomerId(response.getCustomerId());
        row.setCaseId(response.getCaseId());
        row.setDueAt(due);
        row.setState("open");
        row.setCreatedAt(now);
        owners.choose(response.getBrandId(), response.getPartnerId(), response.getTeamId()).ifPresent(owner -> {
            row.setOwnerId(owner);
            row.setAssignedAt(now);
        });
        row.insert();
        timers.schedule(FollowUpTimers.LATE, row.getId().toString(), due, Map.of());
        Instant remind = due.minus(Duration.ofHours(rule.remindHours()));
        if (remind.isAfter(now)) timers.schedule(FollowUpTimers.REMIND, row.getId().toString(), remind, Map.of());
        news.changed(row);
    }

    @Transactional
    void late(UUID id) {
        db.update(FOLLOW_UP)
                .set(FOLLOW_UP.STATE, "late")
                .set(FOLLOW_UP.VERSION, FOLLOW_UP.VERSION.plus(1))
                .where(FOLLOW_UP.ID.eq(id), FOLLOW_UP.STATE.eq("open"))
                .returning()
                .fetchOptional()
                .ifPresent(news::changed);
    }

    @Transactional
    void remind(UUID id) {
        db.update(FOLLOW_UP)
                .set(FOLLOW_UP.REMINDED_AT, clock.instant())
                .where(FOLLOW_UP.ID.eq(id), FOLLOW_UP.STATE.eq("open"), FOLLOW_UP.REMINDED_AT.isNull())
                .returning()
                .fetchOptional()
                .ifPresent(news::reminded);
    }
}
