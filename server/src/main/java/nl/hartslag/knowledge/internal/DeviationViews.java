package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_MARK;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_VERSION;

import java.util.List;
import java.util.Optional;
import nl.hartslag.knowledge.Deviations.Deviation;
import nl.hartslag.knowledge.Deviations.Learned;
import nl.hartslag.knowledge.GuidelineContent;
import nl.hartslag.knowledge.GuidelineContent.Step;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.ContactId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.DeviationId;
import nl.hartslag.shared.GuidelineId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Deviations with the words of the version they are about. */
@Component
class DeviationViews {
    private final DSLContext db;
    private final StoredJson json;

    DeviationViews(DSLContext db, StoredJson json) {
        this.db = db;
        this.json = json;
    }

    List<Deviation> read(Condition which, int limit) {
        return db.select(GUIDELINE_MARK.fields()).select(GUIDELINE_VERSION.CONTENT)
                .from(GUIDELINE_MARK)
                .join(GUIDELINE).on(GUIDELINE.ID.eq(GUIDELINE_MARK.GUIDELINE_ID))
                .join(GUIDELINE_VERSION).on(GUIDELINE_VERSION.GUIDELINE_ID.eq(GUIDELINE_MARK.GUIDELINE_ID)).and(GUIDELINE_VERSION.NUMBER.eq(GUIDELINE_MARK.NUMBER))
                .where(which)
                .orderBy(GUIDELINE_MARK.MARKED_AT.desc(), GUIDELINE_MARK.ID.desc())
                .limit(limit)
                .fetch(this::view);
    }

    int count(Condition which) {
        return db.selectCount().from(GUIDELINE_MARK).join(GUIDELINE).on(GUIDELINE.ID.eq(GUIDELINE_MARK.GUIDELINE_ID)).where(which).fetchSingle(0, int.class);
    }

    private Deviation view(Record row) {
        GuidelineContent content = json.content(row.get(GUIDELINE_VERSION.CONTENT));
        String key = row.get(GUIDELINE_MARK.STEP);
        Optional<Step> step = content.steps().stream().filter(one -> one.key().equals(key)).findFirst();
        Learned learned = row.get(GUIDELINE_MARK.HANDLED_AT) == null ? null : new Learned(row.get(GUIDELINE_MARK.HANDLED_AT),
                row.get(GUIDELINE_MARK.HANDLED_NAME), row.get(GUIDELINE_MARK.LEARNED), row.get(GUIDELINE_MARK.LEARNED_NUMBER));
        return new Deviation(new DeviationId(row.get(GUIDELINE_MARK.ID)), new GuidelineId(row.get(GUIDELINE_MARK.GUIDELINE_ID)),
                new BrandId(row.get(GUIDELINE_MARK.BRAND_ID)), row.get(GUIDELINE_MARK.NUMBER), content.titleNl(), content.titleEn(), key,
                step.map(Step::whatNl).orElse(null), step.map(Step::whatEn).orElse(null), Uses.kind(row.get(GUIDELINE_MARK.KIND)), row.get(GUIDELINE_MARK.WHY),
                row.get(GUIDELINE_MARK.MARKED_AT), new ContactId(row.get(GUIDELINE_MARK.CONTACT_ID)), new ConversationId(row.get(GUIDELINE_MARK.CONVERSATION_ID)), learned);
    }
}
