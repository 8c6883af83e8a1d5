package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static nl.hartslag.desk.internal.db.Tables.SAVED_VIEW;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM_MEMBER;
import static org.jooq.impl.DSL.count;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.hartslag.desk.SavedViews;
import nl.hartslag.desk.internal.db.tables.records.SavedViewRecord;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.SavedViewId;
import nl.hartslag.shared.TeamId;
import nl.hartslag.shared.UserId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class SavedViewsService implements SavedViews {
    /** Beyond this the list of lists is one to search in itself. */
    private static final int MOST = 50;
    private static final int FIRST = 5;
    /** One that was taken away by mistake. */
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String CHANGED = "desk.views.changed";
    private final DSLContext database;
    private final SavedViewRows rows;
    private final RowLists lists;
    private final ViewTerms terms;
    private final LiveStream live;
    private final Clock clock;

    SavedViewsService(DSLContext database, SavedViewRows rows, RowLists lists, ViewTerms terms, LiveStream live, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.lists = lists;
        this.terms = terms;
        this.live = live;
        this.clock = clock;
    }

    @Override
    public List<SavedView> all(Access access) {
        access.require(Permission.CONTACTS_VIEW);
        return rows.all(access);
    }

    @Override
    public SavedView view(Access access, SavedViewId id) {
        access.require(Permission.CONTACTS_VIEW);
        return rows.view(access, rows.standing(access, id));
    }

    @Override
    public SavedView create(Access access, ViewContent wanted) {
        access.require(Permission.CONTACTS_VIEW);
        mayKeep(access, wanted.team());
        ViewContent content = ViewRules.kept(wanted);
        SavedViewRecord row = database.newRecord(SAVED_VIEW);
        row.setId(SavedViewId.next().value());
        row.setVersion(0);
        write(access, row, content);
        roomFor(row);
        row.insert();
        tell(row.getOwnerId(), row.getTeamId());
        return rows.view(access, row);
    }

    @Override
    public SavedView change(Access access, SavedViewId id, ViewContent wanted, int version) {
        SavedViewRecord row = changeable(access, id);
        mayKeep(access, wanted.team());
        if (row.getRemovedAt() != null) throw Problem.notFound("views");
        if (row.getVersion() != version) throw Problem.of("views/changed", 409);
        UUID team = row.getTeamId();
        write(access, row, ViewRules.kept(wanted));
        if (!Objects.equals(team, row.getTeamId())) roomFor(row);
        row.setVersion(version + 1);
        row.update();
        tell(row.getOwnerId(), team, row.getTeamId());
        return rows.view(access, row);
    }

    @Override
    public SavedView remove(Access access, SavedViewId id, boolean removed) {
        SavedViewRecord row = changeable(access, id);
        if (removed == (row.getRemovedAt() != null)) return rows.view(access, row);
        if (!removed) roomFor(row);
        row.setRemovedAt(removed ? clock.instant() : null);
        row.setVersion(row.getVersion() + 1);
        by(access, row);
        row.update();
        if (removed) database.deleteFrom(SAVED_VIEW).where(SAVED_VIEW.REMOVED_AT.lt(clock.instant().minus(KEPT))).execute();
        tell(row.getOwnerId(), row.getTeamId());
        return rows.view(access, row);
    }

    @Override
    public Map<SavedViewId, Integer> counts(Access access) {
        List<SavedView> views = all(access);
        if (views.isEmpty()) return Map.of();
        // all of them along what is open, once
        var counted = database.select(views.stream().map(view -> count().filterWhere(terms.of(access, view.conditions()))).toList())
                .from(CONVERSATION_ROW)
                .where(RowLists.open(), RowLists.visible(access))
                .fetchSingle();
        Map<SavedViewId, Integer> counts = new HashMap<>();
        for (int at = 0; at < views.size(); at++) counts.put(views.get(at).id(), counted.get(at, Integer.class));
        return counts;
    }

    @Override
    public Tried tried(Access access, Conditions asked) {
        access.require(Permission.CONTACTS_VIEW);
        Condition held = terms.of(access, ViewRules.kept(asked));
        int count = database.fetchCount(CONVERSATION_ROW, RowLists.open().and(RowLists.visible(access)).and(held));
        return new Tried(count, lists.first(access, held, FIRST));
    }

    private static void mayKeep(Access access, @Nullable TeamId team) {
        if (!SavedViewRows.mayChange(access, team)) throw Problem.of("access/denied", 403);
    }

    private SavedViewRecord changeable(Access access, SavedViewId id) {
        access.require(Permission.CONTACTS_VIEW);
        SavedViewRecord row = rows.held(access, id);
        mayKeep(access, row.getTeamId() == null ? null : new TeamId(row.getTeamId()));
        return row;
    }

    private void write(Access access, SavedViewRecord row, ViewContent content) {
        row.setName(content.name());
        row.setTeamId(content.team() == null ? null : content.team().value());
        row.setOwnerId(content.team() == null ? access.user().value() : null);
        row.setConditions(rows.written(content.conditions()));
        by(access, row);
    }

    private void by(Access access, SavedViewRecord row) {
        row.setChangedAt(clock.instant());
        row.setChangedName(access.name());
    }

    private void roomFor(SavedViewRecord row) {
        UUID whose = row.getTeamId() == null ? row.getOwnerId() : row.getTeamId();
        // of two at once one sees the other
        database.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 73))", DSL.val("views/" + whose));
        Condition among = row.getTeamId() == null ? SAVED_VIEW.OWNER_ID.eq(whose) : SAVED_VIEW.TEAM_ID.eq(whose);
        if (database.fetchCount(SAVED_VIEW, among.and(SAVED_VIEW.REMOVED_AT.isNull())) >= MOST) throw Problem.of("views/too-many", 409).with("most", MOST);
    }

    /** Screens of whose it is, and of the people of its team before and now. */
    private void tell(@Nullable UUID owner, @Nullable UUID... teams) {
        Set<UUID> people = new HashSet<>(database.select(SHOWN_TEAM_MEMBER.USER_ID).from(SHOWN_TEAM_MEMBER)
                .where(SHOWN_TEAM_MEMBER.TEAM_ID.in(Stream.of(teams).filter(Objects::nonNull).toList()))
                .fetch(SHOWN_TEAM_MEMBER.USER_ID));
        if (owner != null) people.add(owner);
        people.forEach(person -> live.publish(LiveEvent.ofUser(CHANGED, new UserId(person), Map.of())));
    }
}
