package nl.hartslag.desk.internal;

import static nl.hartslag.contacts.shown.Tables.SHOWN_CASE_SUB_STATE;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.desk.internal.RowLists.values;
import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.hartslag.desk.SavedViews.Conditions;
import nl.hartslag.desk.SavedViews.Turn;
import nl.hartslag.desk.SavedViews.Whose;
import nl.hartslag.platform.security.Access;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The conditions of a view as a question to the database. */
@Component
class ViewTerms {
    private final Clock clock;

    ViewTerms(Clock clock) {
        this.clock = clock;
    }

    /** Besides that the conversation is open and may be seen. */
    Condition of(Access access, Conditions asked) {
        var t = CONVERSATION_ROW;
        Instant now = clock.instant();
        List<Condition> all = new ArrayList<>();
        any(asked.whose(), whose -> DSL.or(whose.stream().map(one -> whose(access, one)).toList()), all);
        any(asked.brands(), brands -> t.BRAND_ID.in(values(brands)), all);
        any(asked.queues(), queues -> t.QUEUE_ID.in(values(queues)), all);
        any(asked.media(), t.MEDIUM::in, all);
        any(asked.priorities(), priorities -> t.PRIORITY.in(priorities.stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList()), all);
        // looked up for each open conversation: of all time there are millions of cases and customers
        any(asked.subStates(), states -> DSL.exists(DSL.selectOne().from(SHOWN_CASE_SUB_STATE)
                .where(SHOWN_CASE_SUB_STATE.CASE_ID.eq(t.CASE_ID), SHOWN_CASE_SUB_STATE.SUB_STATE_ID.in(values(states)))), all);
        any(asked.groups(), groups -> DSL.exists(DSL.selectOne().from(SHOWN_CUSTOMER)
                .where(SHOWN_CUSTOMER.ID.eq(t.CUSTOMER_ID), SHOWN_CUSTOMER.GROUP_ID.in(values(groups)))), all);
        if (asked.turn() != null) all.add(asked.turn() == Turn.OURS ? t.RANK.lt((short) 2) : t.RANK.eq((short) 2));
        if (asked.dueWithinHours() != null) all.add(t.DUE_AT.le(now.plus(Duration.ofHours(asked.dueWithinHours()))));
        if (asked.waitsHours() != null) all.add(t.WAITING_SINCE.le(now.minus(Duration.ofHours(asked.waitsHours()))));
        if (asked.unread()) all.add(t.LAST_IN_SEQ.gt(t.READ_SEQ));
        if (asked.undelivered()) all.add(t.UNDELIVERED.isTrue());
        if (asked.words() != null) all.add(t.SUBJECT.containsIgnoreCase(asked.words()).or(t.CUSTOMER_NAME.containsIgnoreCase(asked.words())));
        return all.isEmpty() ? noCondition() : DSL.and(all);
    }

    private static Condition whose(Access access, Whose whose) {
        var t = CONVERSATION_ROW;
        return switch (whose) {
            case ME -> RowLists.assigned().and(t.ASSIGNED_TO.eq(access.user().value()));
            case TEAM -> RowLists.assigned().and(t.ASSIGNED_TO.in(RowLists.mates(access)));
            case NOBODY -> t.STATE.eq(inline("waiting"));
        };
    }

    private static <T> void any(Collection<T> chosen, Function<Collection<T>, Condition> condition, List<Condition> all) {
        if (!chosen.isEmpty()) all.add(condition.apply(chosen));
    }
}
