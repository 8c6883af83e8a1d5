package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CONTACT;
import static nl.hartslag.contacts.internal.db.Tables.CONVERSATION;
import static nl.hartslag.contacts.internal.db.Tables.GESTURE;
import static nl.hartslag.contacts.internal.db.Tables.PROMISE;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.customers.Timeline.What;
import nl.hartslag.customers.TimelineSource;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What was promised to a customer and what became of it, answers that he was promised and got too late, and what he was given. */
@Component
class PromiseMoments implements TimelineSource {
    private static final Set<What> TOLD = EnumSet.of(What.PROMISE_GIVEN, What.PROMISE_SETTLED, What.ANSWER_LATE, What.GESTURE);
    private final DSLContext db;

    PromiseMoments(DSLContext db) {
        this.db = db;
    }

    @Override
    public Set<What> tells() {
        return TOLD;
    }

    @Override
    public List<Told> newest(Access access, What what, Asked asked) {
        if (!access.may(Permission.CONTACTS_VIEW, asked.customer().brand())) return List.of();
        if (what == What.GESTURE) return gestures(access, asked);
        return what == What.ANSWER_LATE ? late(access, asked) : given(access, what, asked);
    }

    private List<Told> given(Access access, What what, Asked asked) {
        boolean settled = what == What.PROMISE_SETTLED;
        Field<Instant> at = settled ? PROMISE.SETTLED_AT : PROMISE.MADE_AT;
        Field<UUID> person = settled ? PROMISE.SETTLED_BY : PROMISE.MADE_BY;
        return db.select(PROMISE.ID, at, PROMISE.WORDS, PROMISE.WHY, PROMISE.STATE, PROMISE.DUE_AT, PROMISE.CONVERSATION_ID, PROMISE.CASE_ID, CASES.NUMBER, SHOWN_USER.NAME)
                .from(CONVERSATION)
                .join(PROMISE).on(PROMISE.CONVERSATION_ID.eq(CONVERSATION.ID)).and(PROMISE.KIND.eq(inline("agent")))
                .join(CONTACT).on(CONTACT.ID.eq(PROMISE.CONTACT_ID))
                .join(CASES).on(CASES.ID.eq(PROMISE.CASE_ID))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(person))
                .where(CONVERSATION.CUSTOMER_ID.in(asked.cards()))
                .and(WorkMoments.seen(access))
                .and(settled ? PROMISE.SETTLED_AT.isNotNull().and(PROMISE.STATE.notIn("open", "late")) : DSL.noCondition())
                .and(asked.older(what, at, PROMISE.ID))
                .and(asked.text().isEmpty() ? DSL.noCondition() : asked.says(PROMISE.WORDS, PROMISE.WHY, SHOWN_USER.NAME).or(asked.saysNumber(CASES.NUMBER)))
                .orderBy(at.desc(), PROMISE.ID.desc())
                .limit(asked.limit())
                .fetch(row -> new Told(what, row.get(PROMISE.ID), row.get(at))
                        .title(row.get(PROMISE.WORDS))
                        .words(settled ? row.get(PROMISE.WHY) : null)
                        .state(row.get(PROMISE.STATE))
                        .by(row.get(SHOWN_USER.NAME))
                        .due(row.get(PROMISE.DUE_AT))
                        .in(WorkMoments.place(row, row.get(PROMISE.CONVERSATION_ID), row.get(PROMISE.CASE_ID), null)));
    }

    /** What the customer was told by rule; it has no words to search in. */
    private List<Told> late(Access access, Asked asked) {
        Condition broken = PROMISE.KIND.ne(inline("agent")).and(PROMISE.TOLD).and(PROMISE.STATE.in(inline("late"), inline("kept_late"), inline("broken")));
        return db.select(PROMISE.ID, PROMISE.DUE_AT, PROMISE.STATE, PROMISE.SETTLED_AT, PROMISE.CASE_ID, CONTACT.CONVERSATION_ID, CASES.NUMBER)
                .from(CONTACT)
                .join(PROMISE).on(PROMISE.CONTACT_ID.eq(CONTACT.ID)).and(broken)
                .join(CASES).on(CASES.ID.eq(PROMISE.CASE_ID))
                .where(CONTACT.CUSTOMER_ID.in(asked.cards()))
                .and(WorkMoments.seen(access))
                .and(asked.older(What.ANSWER_LATE, PROMISE.DUE_AT, PROMISE.ID))
                .and(asked.text().isEmpty() ? DSL.noCondition() : asked.saysNumber(CASES.NUMBER))
                .orderBy(PROMISE.DUE_AT.desc(), PROMISE.ID.desc())
                .limit(asked.limit())
                .fetch(row -> new Told(What.ANSWER_LATE, row.get(PROMISE.ID), row.get(PROMISE.DUE_AT))
                        .state(row.get(PROMISE.STATE))
                        .due(row.get(PROMISE.SETTLED_AT))
                        .in(WorkMoments.place(row, row.get(CONTACT.CONVERSATION_ID), row.get(PROMISE.CASE_ID), null)));
    }

    private List<Told> gestures(Access access, Asked asked) {
        Field<String> name = access.language().equals("nl") ? GESTURE.NAME_NL : GESTURE.NAME_EN;
        return db.select(GESTURE.ID, GESTURE.ASKED_AT, GESTURE.WHY, GESTURE.STATE, GESTURE.AMOUNT_MINOR, GESTURE.CURRENCY, GESTURE.CONVERSATION_ID, GESTURE.CASE_ID, CASES.NUMBER,
                        SHOWN_USER.NAME, name)
                .from(GESTURE)
                .join(CASES).on(CASES.ID.eq(GESTURE.CASE_ID))
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(GESTURE.GIVER_ID))
                .where(GESTURE.CUSTOMER_ID.in(asked.cards()))
                .and(GESTURE.BRAND_ID.in(access.brands().stream().map(brand -> brand.value()).toList()))
                .and(access.partner().map(partner -> GESTURE.PARTNER_ID.eq(partner.value())).orElseGet(DSL::noCondition))
                .and(GESTURE.STATE.in(inline("asked"), inline("given")))
                .and(asked.older(What.GESTURE, GESTURE.ASKED_AT, GESTURE.ID))
                .and(asked.text().isEmpty() ? DSL.noCondition() : asked.says(GESTURE.NAME_NL, GESTURE.NAME_EN, GESTURE.WHY, SHOWN_USER.NAME).or(asked.saysNumber(CASES.NUMBER)))
                .orderBy(GESTURE.ASKED_AT.desc(), GESTURE.ID.desc())
                .limit(asked.limit())
                .fetch(row -> new Told(What.GESTURE, row.get(GESTURE.ID), row.get(GESTURE.ASKED_AT))
                        .title(row.get(name))
                        .words(row.get(GESTURE.WHY))
                        .state(row.get(GESTURE.STATE))
                        .by(row.get(SHOWN_USER.NAME))
                        .amount(row.get(GESTURE.AMOUNT_MINOR), row.get(GESTURE.CURRENCY))
                        .in(WorkMoments.place(row, row.get(GESTURE.CONVERSATION_ID), row.get(GESTURE.CASE_ID), null)));
    }
}
