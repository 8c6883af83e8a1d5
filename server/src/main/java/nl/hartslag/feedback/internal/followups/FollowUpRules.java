package nl.hartslag.feedback.internal.followups;

import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP_RULE;

import nl.hartslag.feedback.FollowUpRule;
import nl.hartslag.shared.BrandId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How soon a brand follows up. */
@Component
public class FollowUpRules {
    private final DSLContext db;

    FollowUpRules(DSLContext db) {
        this.db = db;
    }

    public FollowUpRule of(BrandId brand) {
        return db.selectFrom(FOLLOW_UP_RULE)
                .where(FOLLOW_UP_RULE.BRAND_ID.eq(brand.value()))
                .fetchOptional(row -> new FollowUpRule(row.getWorkingDays(), row.getRemindHours()))
                .orElse(FollowUpRule.STANDARD);
    }

    public void set(BrandId brand, FollowUpRule rule) {
        db.insertInto(FOLLOW_UP_RULE)
                .set(FOLLOW_UP_RULE.BRAND_ID, brand.value())
                .set(FOLLOW_UP_RULE.WORKING_DAYS, rule.workingDays())
                .set(FOLLOW_UP_RULE.REMIND_HOURS, rule.remindHours())
                .onConflict(FOLLOW_UP_RULE.BRAND_ID)
                .doUpdate()
                .set(FOLLOW_UP_RULE.WORKING_DAYS, rule.workingDays())
                .set(FOLLOW_UP_RULE.REMIND_HOURS, rule.remindHours())
                .execute();
    }
}
