package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.RowLists.values;
import static nl.hartslag.desk.internal.db.Tables.BULK_WORK;
import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.hartslag.desk.BulkWork;
import nl.hartslag.desk.DeskList;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.desk.internal.BulkChoice.Reach;
import nl.hartslag.desk.internal.db.tables.records.BulkItemRecord;
import nl.hartslag.desk.internal.db.tables.records.BulkWorkRecord;
import nl.hartslag.desk.internal.db.tables.records.ConversationRowRecord;
import nl.hartslag.platform.AfterCommit;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BulkWorkId;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class BulkWorkService implements BulkWork {
    private final DSLContext database;
    private final RowLists lists;
    private final BulkChoice choice;
    private final BulkRows rows;
    private final BulkWorkers workers;
    private final BulkForget forget;
    private final Audit audit;
    private final Clock clock;

    BulkWorkService(DSLContext database, RowLists lists, BulkChoice choice, BulkRows rows, BulkWorkers workers, BulkForget forget, Audit audit, Clock clock) {
        this.database = database;
        this.lists = lists;
        this.choice = choice;
        this.rows = rows;
        this.workers = workers;
        this.forget = forget;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Work prepare(Access access, Selection selection, Change change) {
        access.require(Permission.CONTACTS_HANDLE);
        choice.check(access, change);
        int most = access.may(Permission.CONTACTS_ASSIGN) ? MOST : MOST_OF_ONE;
        List<ConversationRowRecord> chosen = chosen(access, selection, most);
        if (chosen.isEmpty()) throw Problem.of("bulk/nothing", 409);
        if (chosen.size() > most) throw Problem.of("bulk/too-many", 409).with("most", most);
        BulkWorkRecord work = database.newRecord(BULK_WORK);
        work.setId(BulkWorkId.next().value());
        work.setUserId(access.user().value());
        work.setChange(rows.written(change));
        work.setState(BulkRows.column(State.PREPARED));
        work.setMadeAt(clock.instant());
        rows.keep(work, items(work, chosen, choice.reach(access, change)));
        forget.laterOn(work);
        return rows.shown(access, work);
    }

    /** In the order of the lists, and one more than may be when there are so many. */
    private List<ConversationRowRecord> chosen(Access access, Selection selection, int most) {
        var t = CONVERSATION_ROW;
        Condition which = selection.list() == null ? t.CONVERSATION_ID.in(values(selection.conversations()))
                : t.CONVERSATION_ID.notIn(values(selection.except())).and(lists.listed(access, open(selection.list())));
        return database.selectFrom(t).where(which, RowLists.visible(access)).orderBy(t.RANK, t.SORT_AT, t.CONVERSATION_ID).limit(most + 1).fetch();
    }

    private static DeskList open(DeskList list) {
        boolean closed = list.view() == DeskList.View.CLOSED && list.queue().isEmpty() && list.saved().isEmpty();
        if (closed) throw Problem.invalid("view", "unknown");
        return list;
    }

    private List<BulkItemRecord> items(BulkWorkRecord work, List<ConversationRowRecord> chosen, Reach reach) {
        List<BulkItemRecord> items = new ArrayList<>();
        for (ConversationRowRecord row : chosen) {
            Optional<String> left = reach.left(row);
            var item = new BulkItemRecord();
            item.setWorkId(work.getId());
            item.setPosition(items.size() + 1);
            item.setConversationId(row.getConversationId());
            item.setContactId(row.getContactId());
            item.setLastInSeq(row.getLastInSeq());
            item.setState(BulkRows.column(left.isPresent() ? ItemState.LEFT : ItemState.TO_DO));
            item.setWhy(left.orElse(null));
            items.add(item);
        }
        return items;
    }

    @Override
    public Work start(Access access, BulkWorkId id) {
        access.require(Permission.CONTACTS_HANDLE);
        BulkWorkRecord work = rows.held(access, id);
        if (work.getState().equals("prepared")) {
            work.setStartedAt(clock.instant());
            become(work, State.RUNNING);
            audit.record(access, "bulk-work.started", "bulk-work", id.toString(), Optional.empty(), told(rows.shown(access, work)));
            AfterCommit.run(workers::wake);
        }
        return rows.shown(access, work);
    }

    private static Map<String, ?> told(Work work) {
        String what = work.change().priority() != null ? "priority" : work.change().transfer() != null ? "transfer" : "wrap-up";
        int count = work.counts().stream().filter(one -> one.state() == ItemState.TO_DO).mapToInt(Count::count).sum();
        return Map.of("what", what, "conversations", count);
    }

    @Override
    public Work stop(Access access, BulkWorkId id) {
        BulkWorkRecord work = rows.held(access, id);
        if (work.getState().equals("running")) {
            work.setFinishedAt(clock.instant());
            work.setChange(rows.written(rows.change(work).withoutWords()));
            become(work, State.STOPPED);
        }
        return rows.shown(access, work);
    }

    @Override
    public Work takeBack(Access access, BulkWorkId id) {
        access.require(Permission.CONTACTS_HANDLE);
        BulkWorkRecord work = rows.held(access, id);
        if (work.getState().equals("taking_back") || work.getState().equals("taken_back")) return rows.shown(access, work);
        Instant finished = work.getState().equals("running") ? clock.instant() : work.getFinishedAt();
        if (finished == null || finished.plus(REGRET).isBefore(clock.instant())) throw Problem.of("bulk/too-late", 409);
        work.setFinishedAt(finished);
        work.setChange(rows.written(rows.change(work).withoutWords()));
        rows.become(id, ItemState.DONE, ItemState.TO_TAKE_BACK);
        become(work, State.TAKING_BACK);
        audit.record(access, "bulk-work.taken-back", "bulk-work", id.toString(), Optional.empty(), Map.of());
        AfterCommit.run(workers::wake);
        return rows.shown(access, work);
    }

    private static void become(BulkWorkRecord work, State state) {
        work.setState(BulkRows.column(state));
        work.setVersion(work.getVersion() + 1);
        work.update();
    }

    @Override
    public Work work(Access access, BulkWorkId id) {
        return rows.shown(access, rows.own(access, id));
    }

    @Override
    public Page<Work> mine(Access access, @Nullable String cursor, int limit) {
        access.require(Permission.CONTACTS_HANDLE);
        Cursor after = cursor == null ? null : Cursor.read(cursor);
        var t = BULK_WORK;
        List<BulkWorkRecord> found = database.selectFrom(t)
                .where(t.USER_ID.eq(access.user().value()), t.STATE.ne(inline("prepared")), t.MADE_AT.gt(clock.instant().minus(KEPT)))
                .and(after == null ? noCondition() : row(t.MADE_AT, t.ID).lt(after.at(), after.conversation()))
                .orderBy(t.MADE_AT.desc(), t.ID.desc()).limit(limit + 1).fetch();
        return new Page<>(found.stream().limit(limit).map(one -> rows.shown(access, one)).toList(), Cursor.after(found, limit, last -> new Cursor(0, last.getMadeAt(), last.getId())));
    }

    @Override
    public Page<Item> items(Access access, BulkWorkId id, ItemState state, @Nullable String cursor, int limit) {
        rows.own(access, id);
        List<BulkItemRecord> found = rows.items(id, state, position(cursor), limit + 1);
        List<BulkItemRecord> page = found.stream().limit(limit).toList();
        Map<ConversationId, DeskRow> known = lists.of(access, page.stream().map(one -> new ConversationId(one.getConversationId())).toList());
        return new Page<>(page.stream().map(one -> item(access, one, known.get(new ConversationId(one.getConversationId())))).filter(Objects::nonNull).toList(),
                found.size() > limit ? page.getLast().getPosition().toString() : null);
    }

    private @Nullable Item item(Access access, BulkItemRecord item, @Nullable DeskRow row) {
        return row == null ? null : new Item(row, item.getWhy(), item.getWhy() == null ? null : rows.text(access, item.getWhy()));
    }

    private static int position(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(cursor);
        } catch (NumberFormatException broken) {
            throw Problem.invalid("cursor", "invalid");
        }
    }
}
