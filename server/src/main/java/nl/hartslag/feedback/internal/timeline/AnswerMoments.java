package nl.hartslag.feedback.internal.timeline;

import static nl.hartslag.contacts.shown.Tables.SHOWN_CASE;
import static nl.hartslag.feedback.internal.db.Tables.FOLLOW_UP;
import static nl.hartslag.feedback.internal.db.Tables.RESPONSE;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.customers.Timeline.Place;
import nl.hartslag.customers.Timeline.What;
import nl.hartslag.customers.TimelineSource;
import nl.hartslag.feedback.internal.Scope;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.ConversationId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Scores with their reasons for whoever reads them beside the work, in a follow-up or in Listen; follow-ups for whoever may see these. */
@Component
class AnswerMoments implements TimelineSource {
    private static final Set<What> TOLD = EnumSet.of(What.ANSWER, What.FOLLOW_UP_BEGUN, What.FOLLOW_UP_DONE);
    private static final List<Permission> READS_ANSWERS = List.of(Permission.CONTACTS_VIEW, Permission.FOLLOW_UPS_VIEW, Permission.LISTEN_VIEW);
    private final DSLContext db;

    AnswerMoments(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<What> tells() {
        return TOLD;
    }

    @Override
    public List<Told> newest(Access access, What what, Asked asked) {
        BrandId brand = asked.customer().brand();
        if (what == What.ANSWER) return READS_ANSWERS.stream().anyMatch(one -> access.may(one, brand)) ? answers(access, asked) : List.of();
        return access.may(Permission.FOLLOW_UPS_VIEW, brand) ? followUps(access, what, asked) : List.of();
    }

    private List<Told> answers(Access access, Asked asked) {
        return db.select(RESPONSE.ID, RESPONSE.ANSWERED_AT, RESPONSE.SCORE, RESPONSE.WHY, RESPONSE.EMOTION, RESPONSE.CONVERSATION_ID, RESPONSE.CASE_ID, SHOWN_CASE.NUMBER)
                .from(RESPONSE)
                .join(SHOWN_CASE).on(SHOWN_CASE.ID.eq(RESPONSE.CASE_ID))
                .where(RESPONSE.CUSTOMER_ID.in(asked.cards()))
                .and(Scope.of(access, Optional.empty(), RESPONSE.BRAND_ID, RESPONSE.PARTNER_ID))
                .and(asked.older(What.ANSWER, RESPONSE.ANSWERED_AT, RESPONSE.ID))
                .and(asked.text().isEmpty() ? DSL.noCondition() : asked.says(RESPONSE.WHY).or(asked.saysNumber(SHOWN_CASE.NUMBER)))
                .orderBy(RESPONSE.ANSWERED_AT.desc(), RESPONSE.ID.desc())
                .limit(asked.limit())
                .fetch(row -> new Told(What.ANSWER, row.get(RESPONSE.ID), row.get(RESPONSE.ANSWERED_AT))
                        .score(row.get(RESPONSE.SCORE))
                        .words(row.get(RESPONSE.WHY))
                        .state(row.get(RESPONSE.EMOTION))
                        .in(place(row, row.get(RESPONSE.CONVERSATION_ID), row.get(RESPONSE.CASE_ID))));
    }

    private List<Told> followUps(Access access, What what, Asked asked) {
        boolean done = what == What.FOLLOW_UP_DONE;
        Field<Instant> at = done ? FOLLOW_UP.DONE_AT : FOLLOW_UP.CREATED_AT;
        return db.select(FOLLOW_UP.ID, at, FOLLOW_UP.STATE, FOLLOW_UP.OUTCOME, FOLLOW_UP.NOTE, FOLLOW_UP.DUE_AT, FOLLOW_UP.CASE_ID, RESPONSE.CONVERSATION_ID, RESPONSE.SCORE,
                        SHOWN_CASE.NUMBER, SHOWN_USER.NAME)
                .from(FOLLOW_UP)
                .join(RESPONSE).on(RESPONSE.ID.eq(FOLLOW_UP.RESPONSE_ID))
                .join(SHOWN_CASE).on(SHOWN_CASE.ID.eq(FOLLOW_UP.CASE_ID))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(done ? FOLLOW_UP.DONE_BY : FOLLOW_UP.OWNER_ID))
                .where(FOLLOW_UP.CUSTOMER_ID.in(asked.cards()))
                .and(Scope.of(access, Optional.empty(), FOLLOW_UP.BRAND_ID, FOLLOW_UP.PARTNER_ID))
                .and(at.isNotNull())
                .and(asked.older(what, at, FOLLOW_UP.ID))
                .and(asked.text().isEmpty() ? DSL.noCondition() : (done ? asked.says(FOLLOW_UP.NOTE, SHOWN_USER.NAME) : asked.says(SHOWN_USER.NAME)).or(asked.saysNumber(SHOWN_CASE.NUMBER)))
                .orderBy(at.desc(), FOLLOW_UP.ID.desc())
                .limit(asked.limit())
                .fetch(row -> new Told(what, row.get(FOLLOW_UP.ID), row.get(at))
                        .score(row.get(RESPONSE.SCORE))
                        .words(done ? row.get(FOLLOW_UP.NOTE) : null)
                        .state(done ? row.get(FOLLOW_UP.OUTCOME) : row.get(FOLLOW_UP.STATE))
                        .by(row.get(SHOWN_USER.NAME))
                        .due(row.get(FOLLOW_UP.DUE_AT))
                        .in(place(row, row.get(RESPONSE.CONVERSATION_ID), row.get(FOLLOW_UP.CASE_ID))));
    }

    private static Place place(Record row, UUID conversation, UUID caseId) {
        return new Place(new ConversationId(conversation), new CaseId(caseId), row.get(SHOWN_CASE.NUMBER), null);
    }
}
