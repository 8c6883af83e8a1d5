package nl.hartslag.channels.internal.intake;

import static nl.hartslag.channels.internal.db.Tables.ENVELOPE;

import java.time.Clock;
import java.util.List;
import nl.hartslag.shared.EnvelopeId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Lets envelopes be tried again that a person has looked at. */
@Component
public class Replay {
    private final DSLContext db;
    private final Clock clock;

    Replay(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Tries a waiting envelope at once. @return whether it was waiting */
    public boolean replay(EnvelopeId id) {
        return again(ENVELOPE.ID.eq(id.value())) == 1;
    }

    /** Tries all that wait; @param scope which of them the person may see */
    public int replayAll(Condition scope) {
        return again(scope);
    }

    /** Takes in after all what was refused because of its sender. @return whether it was refused for that */
    public boolean accept(EnvelopeId id) {
        return db.update(ENVELOPE)
                .set(ENVELOPE.STATE, "waiting")
                .setNull(ENVELOPE.SETTLED_AT)
                .setNull(ENVELOPE.OUTCOME)
                .set(ENVELOPE.ATTEMPTS, 0)
                .set(ENVELOPE.NEXT_TRY_AT, clock.instant())
                .set(ENVELOPE.FACTS, DSL.field("{0} || jsonb_build_object('accepted', true, 'was', {1})", ENVELOPE.FACTS.getDataType(), ENVELOPE.FACTS, ENVELOPE.OUTCOME))
                .where(ENVELOPE.ID.eq(id.value())).and(ENVELOPE.STATE.eq("refused")).and(ENVELOPE.OUTCOME.in(List.of("blocked-sender", "suspected-spam")))
                .execute() == 1;
    }

    private int again(Condition which) {
        return db.update(ENVELOPE)
                .set(ENVELOPE.SET_ASIDE, false)
                .set(ENVELOPE.ATTEMPTS, 0)
                .set(ENVELOPE.NEXT_TRY_AT, clock.instant())
                .where(ENVELOPE.STATE.eq("waiting")).and(which)
                .execute();
    }
}
