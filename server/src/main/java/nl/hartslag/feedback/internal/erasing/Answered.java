package nl.hartslag.feedback.internal.erasing;

import static nl.hartslag.feedback.internal.db.Tables.CLICK;
import static nl.hartslag.feedback.internal.db.Tables.COMPLIMENT;
import static nl.hartslag.feedback.internal.db.Tables.DECISION;
import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP;
import static nl.hartslag.feedback.internal.db.Tables.GESTURE_EFFECT;
import static nl.hartslag.feedback.internal.db.Tables.INVITATION;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;
import static nl.hartslag.feedback.internal.db.Tables.SAME_PERSON;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import nl.hartslag.feedback.internal.asking.Invitations;
import nl.hartslag.platform.privacy.Counts;
import nl.hartslag.platform.privacy.PersonalData;
import nl.hartslag.platform.privacy.Traces;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What he was asked and answered: the score stays as anybody's, the words go. */
@Component
@Order(40)
class Answered implements PersonalData {
    private final DSLContext db;
    private final Invitations invitations;
    private final Clock clock;

    Answered(DSLContext db, Invitations invitations, Clock clock) {
        this.db = db;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public Map<String, Integer> find(Traces person) {
        UUID id = person.customer().value();
        return new Counts()
                .add("answer-words", db.fetchCount(RESPONSE, RESPONSE.CUSTOMER_ID.eq(id).and(RESPONSE.WHY.isNotNull())))
                .add("answers", db.fetchCount(RESPONSE, RESPONSE.CUSTOMER_ID.eq(id)))
                .add("invitations", db.fetchCount(INVITATION, INVITATION.CUSTOMER_ID.eq(id)))
                .add("compliments", db.fetchCount(COMPLIMENT, COMPLIMENT.RESPONSE_ID.in(his(id))))
                .add("follow-ups", db.fetchCount(FOLLOW_UP, FOLLOW_UP.CUSTOMER_ID.eq(id)))
                .all();
    }

    private static Select<Record1<UUID>> his(UUID customer) {
        return DSL.select(RESPONSE.ID).from(RESPONSE).where(RESPONSE.CUSTOMER_ID.eq(customer));
    }

    @Override
    public Map<String, Integer> erase(Traces person) {
        UUID id = person.customer().value();
        Counts counts = new Counts()
                .add("compliments", db.deleteFrom(COMPLIMENT).where(COMPLIMENT.RESPONSE_ID.in(his(id))).execute())
                .add("answer-words", db.update(RESPONSE).setNull(RESPONSE.WHY).where(RESPONSE.CUSTOMER_ID.eq(id)).and(RESPONSE.WHY.isNotNull()).execute())
                .add("follow-ups", followUps(id));
        invitations.withdrawWaiting(person.customer());
        db.update(CLICK).setNull(CLICK.USER_AGENT).where(CLICK.INVITATION_ID.in(DSL.select(INVITATION.ID).from(INVITATION).where(INVITATION.CUSTOMER_ID.eq(id)))).execute();
        counts.add("invitations", db.update(INVITATION).set(INVITATION.CUSTOMER_ID, nobody()).set(INVITATION.ERASED_AT, clock.instant())
                .where(INVITATION.CUSTOMER_ID.eq(id)).execute());
        counts.add("answers", db.update(RESPONSE).set(RESPONSE.CUSTOMER_ID, nobody()).where(RESPONSE.CUSTOMER_ID.eq(id)).execute());
        db.update(DECISION).set(DECISION.CUSTOMER_ID, DSL.val(null, DECISION.CUSTOMER_ID)).where(DECISION.CUSTOMER_ID.eq(id)).execute();
        db.update(GESTURE_EFFECT).set(GESTURE_EFFECT.CUSTOMER_ID, nobody()).where(GESTURE_EFFECT.CUSTOMER_ID.eq(id)).execute();
        db.deleteFrom(SAME_PERSON).where(SAME_PERSON.CUSTOMER_ID.eq(id).or(SAME_PERSON.OTHER_ID.eq(id))).execute();
        return counts.all();
    }

    /** Nobody can be called back any more. */
    private int followUps(UUID customer) {
        return db.update(FOLLOW_UP)
                .setNull(FOLLOW_UP.NOTE)
                .set(FOLLOW_UP.OUTCOME, DSL.coalesce(FOLLOW_UP.OUTCOME, "nothing_to_do"))
                .set(FOLLOW_UP.DONE_AT, DSL.coalesce(FOLLOW_UP.DONE_AT, DSL.val(clock.instant())))
                .set(FOLLOW_UP.STATE, "done").set(FOLLOW_UP.VERSION, FOLLOW_UP.VERSION.plus(1))
                .set(FOLLOW_UP.CUSTOMER_ID, nobody())
                .where(FOLLOW_UP.CUSTOMER_ID.eq(customer)).execute();
    }

    /** One's own for each row, so that they do not lead to one another either. */
    private static Field<UUID> nobody() {
        return DSL.field("gen_random_uuid()", UUID.class);
    }
}
