package nl.hartslag.feedback.internal.effects;

import static nl.hartslag.contacts.shown.Tables.SHOWN_GESTURE;
import static nl.hartslag.feedback.internal.db.Tables.GESTURE_EFFECT;

import java.time.Instant;
import java.util.Optional;
import nl.hartslag.contacts.Gestures;
import nl.hartslag.feedback.GestureEffects;
import nl.hartslag.feedback.internal.Scope;
import nl.hartslag.feedback.internal.db.tables.records.GestureEffectRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.GestureId;
import nl.hartslag.shared.statistics.Disclosure;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class GestureEffectsService implements GestureEffects {
    private final DSLContext db;
    private final Gestures gestures;

    GestureEffectsService(DSLContext db, Gestures gestures) {
        this.db = db;
        this.gestures = gestures;
    }

    @Override
    @Transactional(readOnly = true)
    public Effect of(Access access, GestureId id) {
        gestures.gesture(access, id);
        Optional<GestureEffectRecord> kept = db.selectFrom(GESTURE_EFFECT).where(GESTURE_EFFECT.GESTURE_ID.eq(id.value())).fetchOptional();
        if (kept.isEmpty()) return new Effect(null, null, new OfSame(0, null, null));
        GestureEffectRecord row = kept.get();
        return new Effect(score(row.getBeforeScore(), row.getBeforeAt()), score(row.getAfterScore(), row.getAfterAt()), same(access, row));
    }

    private OfSame same(Access access, GestureEffectRecord row) {
        return db.select(DSL.count(), DSL.avg(GESTURE_EFFECT.BEFORE_SCORE), DSL.avg(GESTURE_EFFECT.AFTER_SCORE))
                .from(GESTURE_EFFECT).join(SHOWN_GESTURE).on(SHOWN_GESTURE.ID.eq(GESTURE_EFFECT.GESTURE_ID))
                .where(GESTURE_EFFECT.CHOICE_ID.eq(row.getChoiceId()))
                .and(GESTURE_EFFECT.BEFORE_SCORE.isNotNull()).and(GESTURE_EFFECT.AFTER_SCORE.isNotNull())
                .and(Scope.of(access, Optional.of(new BrandId(row.getBrandId())), SHOWN_GESTURE.BRAND_ID, SHOWN_GESTURE.PARTNER_ID))
                .fetchSingle(found -> {
                    boolean told = Disclosure.of(found.value1()) == Disclosure.SCORE;
                    return new OfSame(found.value1(), told ? found.value2().doubleValue() : null, told ? found.value3().doubleValue() : null);
                });
    }

    private static @Nullable ScoreAt score(@Nullable Integer score, @Nullable Instant at) {
        return score == null || at == null ? null : new ScoreAt(score, at);
    }
}
