package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.RowLists.values;
import static nl.hartslag.desk.internal.db.Tables.SAVED_VIEW;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM;

import java.util.List;
import java.util.UUID;
import nl.hartslag.desk.SavedViews.Conditions;
import nl.hartslag.desk.SavedViews.SavedView;
import nl.hartslag.desk.internal.db.tables.records.SavedViewRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.SavedViewId;
import nl.hartslag.shared.TeamId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Views as they are kept. */
@Component
class SavedViewRows {
    private final DSLContext database;
    private final JsonMapper json;

    SavedViewRows(DSLContext database, JsonMapper json) {
        this.database = database;
        // one that was kept before there was such a condition
        this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    }

    List<SavedView> all(Access access) {
        var t = SAVED_VIEW;
        return database.select(t.asterisk(), SHOWN_TEAM.NAME)
                .from(t.leftJoin(SHOWN_TEAM).on(SHOWN_TEAM.ID.eq(t.TEAM_ID)))
                .where(seen(access), t.REMOVED_AT.isNull())
                .orderBy(t.TEAM_ID.isNotNull(), SHOWN_TEAM.NAME, t.NAME, t.ID)
                .fetch(row -> view(access, row.into(SAVED_VIEW), row.get(SHOWN_TEAM.NAME)));
    }

    SavedView view(Access access, SavedViewRecord row) {
        String team = row.getTeamId() == null ? null : database.select(SHOWN_TEAM.NAME).from(SHOWN_TEAM).where(SHOWN_TEAM.ID.eq(row.getTeamId())).fetchOne(SHOWN_TEAM.NAME);
        return view(access, row, team);
    }

    private SavedView view(Access access, SavedViewRecord row, @Nullable String teamName) {
        TeamId team = row.getTeamId() == null ? null : new TeamId(row.getTeamId());
        return new SavedView(new SavedViewId(row.getId()), row.getName(), team, teamName, conditions(row), mayChange(access, team), row.getRemovedAt() != null,
                row.getChangedAt(), row.getChangedName(), row.getVersion());
    }

    /** Of one's own; or of a team one is in, by whoever gives out its work. */
    static boolean mayChange(Access access, @Nullable TeamId team) {
        return team == null || access.may(Permission.CONTACTS_ASSIGN) && access.teams().contains(team);
    }

    Conditions conditions(SavedViewRecord row) {
        return json.readValue(row.getConditions().data(), Conditions.class);
    }

    JSONB written(Conditions conditions) {
        return JSONB.valueOf(json.writeValueAsString(conditions));
    }

    /** One that was not taken away. */
    SavedViewRecord standing(Access access, SavedViewId id) {
        return database.selectFrom(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id.value()), seen(access), SAVED_VIEW.REMOVED_AT.isNull()).fetchOptional()
                .orElseThrow(() -> Problem.notFound("views"));
    }

    /** Held until the transaction ends, also when it was taken away. */
    SavedViewRecord held(Access access, SavedViewId id) {
        return database.selectFrom(SAVED_VIEW).where(SAVED_VIEW.ID.eq(id.value()), seen(access)).forUpdate().fetchOptional()
                .orElseThrow(() -> Problem.notFound("views"));
    }

    private static Condition seen(Access access) {
        List<UUID> teams = values(access.teams());
        return SAVED_VIEW.OWNER_ID.eq(access.user().value()).or(SAVED_VIEW.TEAM_ID.in(teams));
    }
}
