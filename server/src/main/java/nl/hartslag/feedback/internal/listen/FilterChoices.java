package nl.hartslag.feedback.internal.listen;

import static nl.hartslag.feedback.internal.db.Tables.ANSWER_DAY;
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

/** By what there is to filter in a period: only what occurs, so that no choice leads to nothing. */
@Component
class FilterChoices {
    private final DSLContext db;

    FilterChoices(DSLContext db) {
        this.db = db;
    }

    Choices of(Access access, Filter filter) {
        Result<?> corners = db.selectDistinct(ANSWER_DAY.CHANNEL, ANSWER_DAY.QUEUE_ID, ANSWER_DAY.TEAM_ID, ANSWER_DAY.COUNTRY)
                .from(ANSWER_DAY)
                .where(Scope.of(access, filter.brand(), ANSWER_DAY.BRAND_ID, ANSWER_DAY.PARTNER_ID))
                .and(ANSWER_DAY.DAY.between(filter.from(), filter.to()))
                .fetch();
        List<UUID> teams = different(corners, ANSWER_DAY.TEAM_ID, Function.identity());
        return new Choices(
                different(corners, ANSWER_DAY.CHANNEL, Function.identity()),
                different(corners, ANSWER_DAY.QUEUE_ID, QueueId::new),
                db.selectFrom(SHOWN_TEAM)
                        .where(SHOWN_TEAM.ID.in(teams))
                        .orderBy(SHOWN_TEAM.NAME)
                        .fetch(row -> new Team(new TeamId(row.getId()), row.getName())),
                different(corners, ANSWER_DAY.COUNTRY, Function.identity()));
    }

    private static <A extends Comparable<A>, B> List<B> different(Result<?> rows, Field<A> field, Function<A, B> as) {
        TreeSet<A> values = new TreeSet<>(Comparator.naturalOrder());
        rows.getValues(field).stream().filter(Objects::nonNull).forEach(values::add);
        return values.stream().map(as).toList();
    }
}
