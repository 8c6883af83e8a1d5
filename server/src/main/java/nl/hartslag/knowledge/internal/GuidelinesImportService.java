package nl.hartslag.knowledge.internal;

import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE;
import static nl.hartslag.knowledge.internal.db.Tables.GUIDELINE_MARK;

import java.time.Duration;
import java.util.List;
import nl.hartslag.knowledge.GuidelinesImport;
import nl.hartslag.knowledge.internal.db.tables.records.GuidelineRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class GuidelinesImportService implements GuidelinesImport {
    private static final Duration LOOKED_AFTER = Duration.ofDays(2);
    private final DSLContext db;
    private final Uses uses;

    GuidelinesImportService(DSLContext db, Uses uses) {
        this.db = db;
        this.uses = uses;
    }

    @Override
    public void store(List<PastUse> past) {
        past.forEach(this::store);
    }

    private void store(PastUse one) {
        GuidelineRecord guideline = db.fetchSingle(GUIDELINE, GUIDELINE.ID.eq(one.guideline().value()));
        if (!one.opened()) {
            uses.shown(one.contact(), one.guideline(), guideline.getPublished(), one.at());
            return;
        }
        var use = uses.opened(one.contact(), one.guideline(), guideline.getPublished(), one.at());
        one.marks().forEach(mark -> uses.mark(use, one.contact(), mark, one.person(), one.at()));
        if (one.learned() == null) return;
        db.update(GUIDELINE_MARK)
                .set(GUIDELINE_MARK.HANDLED_AT, one.at().plus(LOOKED_AFTER))
                .set(GUIDELINE_MARK.HANDLED_BY, guideline.getOwnerId())
                .set(GUIDELINE_MARK.HANDLED_NAME, guideline.getOwnerName())
                .set(GUIDELINE_MARK.LEARNED, one.learned())
                .where(GUIDELINE_MARK.USE_ID.eq(use.getId())).and(GUIDELINE_MARK.WHY.isNotNull())
                .execute();
    }
}
