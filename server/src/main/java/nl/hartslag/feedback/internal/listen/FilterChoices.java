package nl.hartslag.feedback.internal.listen;

import static nl.hartslag.feedback.internal.db.Tables.ANSWER_CORNER;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import nl.hartslag.feedback.Listen.Choices;
import nl.hartslag.feedback.Listen.Filter;
import nl.hartslag.feedback.Listen.Team;
import nl.hartslag.feedback.internal.Scope;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.QueueId;
import nl.hartslag.shared.TeamId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** By what there is to filter in a period: only what occurred by then and since, so that hardly a choice leads to nothing. */
@Component
class FilterChoices {
    private final DSLContext db;

    FilterChoices(DSLContext db) {
        this.db = db;
    }

    Choices of(Access access, Filter filter) {
        Result<?> corners = db.selectDistinct(ANSWER_CORNER.CHANNEL, ANSWER_CORNER.QUEUE_ID, ANSWER_CORNER.TEAM_ID, ANSWER_CORNER.COUNTRY)
                .from(ANSWER_CORNER)
                .where(Scope.of(access, filter.brand(), ANSWER_CORNER.BRAND_ID, ANSWER_CORNER.PARTNER_ID))
                .and(ANSWER_CORNER.FIRST_DAY.le(filter.to()))
                .and(ANSWER_CORNER.LAST_DAY.ge(filter.from()))
                .fetch();
        List<UUID> teams = different(corners, ANSWER_CORNER.TEAM_ID, Function.identity());
        return new Choices(
                different(corners, ANSWER_CORNER.CHANNEL, Function.identity()),
                different(corners, ANSWER_CORNER.QUEUE_ID, QueueId::new),
                db.selectFrom(SHOWN_TEAM)
                        .where(SHOWN_TEAM.ID.in(teams))
                        .orderBy(SHOWN_TEAM.NAME)
                        .fetch(row -> new Team(new TeamId(row.getId()), row.getName())),
                different(corners, ANSWER_CORNER.COUNTRY, Function.identity()));
    }

    private static <A extends Comparable<A>, B> List<B> different(Result<?> rows, Field<A> field, Function<A, B> as) {
        TreeSet<A> values = new TreeSet<>(Comparator.naturalOrder());
        rows.getValues(field).stream().filter(Objects::nonNull).forEach(values::add);
        return values.stream().map(as).toList();
    }
}
