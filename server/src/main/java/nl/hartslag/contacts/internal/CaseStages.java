package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;

import nl.hartslag.contacts.CaseStage;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** What a case that is with us is to whoever looks at it, read from what happened. */
final class CaseStages {
    private static final Condition OURS = CASES.STATE.eq(DSL.inline("open"));
    private static final Condition BACK = CASES.REOPENED.gt(0);
    static final Field<String> OF = DSL.when(is(CaseStage.NEW), Rows.column(CaseStage.NEW))
            .when(is(CaseStage.REOPENED), Rows.column(CaseStage.REOPENED))
            .otherwise(CASES.STATE);

    private CaseStages() {}

    private static Condition taken() {
        var each = CONTACT.as("each");
        return DSL.exists(DSL.selectOne().from(each).where(each.CASE_ID.eq(CASES.ID))
                .and(each.ASSIGNED_TO.isNotNull().or(each.ENDED_BY.isNotNull()).or(each.FIRST_ANSWER_AT.isNotNull())));
    }

    /** Written out per state, so that the database goes by an index of states. */
    static Condition is(CaseStage stage) {
        return switch (stage) {
            case NEW -> OURS.andNot(BACK).andNot(taken());
            case OPEN -> OURS.andNot(BACK).and(taken());
            case REOPENED -> OURS.and(BACK);
            default -> CASES.STATE.eq(DSL.inline(Rows.column(stage)));
        };
    }

    static CaseStage of(String column) {
        return Rows.state(CaseStage.class, column);
    }
}
