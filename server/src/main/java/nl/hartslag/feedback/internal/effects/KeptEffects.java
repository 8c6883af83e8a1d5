package nl.hartslag.feedback.internal.effects;

import static nl.hartslag.feedback.internal.db.Tables.GESTURE_EFFECT;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.GestureGiven;
import nl.hartslag.contacts.GestureTakenBack;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks anew whenever something was given or somebody answered, so that twice or in another order comes out the same. */
@Component
public class KeptEffects {
    private static final int AT_ONCE = 5_000;
    private final DSLContext db;

    KeptEffects(DSLContext db) {
        this.db = db;
    }

    @EventListener
    void given(GestureGiven event) {
        db.insertInto(GESTURE_EFFECT)
                .set(GESTURE_EFFECT.GESTURE_ID, event.gesture().value())
                .set(GESTURE_EFFECT.BRAND_ID, event.brand().value())
                .set(GESTURE_EFFECT.CHOICE_ID, event.choice().value())
                .set(GESTURE_EFFECT.CUSTOMER_ID, event.customer().value())
                .set(GESTURE_EFFECT.GIVEN_AT, event.occurredAt())
                .onConflict(GESTURE_EFFECT.GESTURE_ID).doNothing()
                .execute();
        look(GESTURE_EFFECT.GESTURE_ID.eq(event.gesture().value()));
    }

    @EventListener
    void takenBack(GestureTakenBack event) {
        db.deleteFrom(GESTURE_EFFECT).where(GESTURE_EFFECT.GESTURE_ID.eq(event.gesture().value())).execute();
    }

    /** These customers answered, or said something else than before. */
    public void answered(Collection<UUID> customers) {
        UUID[] all = Set.copyOf(customers).toArray(UUID[]::new);
        for (int from = 0; from < all.length; from += AT_ONCE) {
            look(GESTURE_EFFECT.CUSTOMER_ID.eq(DSL.any(java.util.Arrays.copyOfRange(all, from, Math.min(all.length, from + AT_ONCE)))));
        }
    }

    private void look(Condition which) {
        Condition before = RESPONSE.ANSWERED_AT.le(GESTURE_EFFECT.GIVEN_AT);
        Condition after = RESPONSE.ANSWERED_AT.gt(GESTURE_EFFECT.GIVEN_AT);
        db.update(GESTURE_EFFECT)
                .set(GESTURE_EFFECT.BEFORE_SCORE, one(RESPONSE.SCORE, before, true))
                .set(GESTURE_EFFECT.BEFORE_AT, one(RESPONSE.ANSWERED_AT, before, true))
                .set(GESTURE_EFFECT.AFTER_SCORE, one(RESPONSE.SCORE, after, false))
                .set(GESTURE_EFFECT.AFTER_AT, one(RESPONSE.ANSWERED_AT, after, false))
                .where(which)
                .execute();
    }

    private static <T> Field<T> one(Field<T> what, Condition when, boolean last) {
        Field<Instant> at = RESPONSE.ANSWERED_AT;
        return DSL.field(DSL.select(what).from(RESPONSE)
                .where(RESPONSE.CUSTOMER_ID.eq(GESTURE_EFFECT.CUSTOMER_ID)).and(when)
                .orderBy(last ? at.desc() : at.asc(), last ? RESPONSE.ID.desc() : RESPONSE.ID.asc())
                .limit(1));
    }
}
