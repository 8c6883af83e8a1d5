package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.BULK_ITEM;
import static nl.hartslag.desk.internal.db.Tables.BULK_WORK;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.hartslag.contacts.Transfer;
import nl.hartslag.desk.BulkWork;
import nl.hartslag.desk.BulkWork.Change;
import nl.hartslag.desk.BulkWork.Count;
import nl.hartslag.desk.BulkWork.ItemState;
import nl.hartslag.desk.BulkWork.Left;
import nl.hartslag.desk.BulkWork.State;
import nl.hartslag.desk.BulkWork.Work;
import nl.hartslag.desk.internal.db.tables.records.BulkItemRecord;
import nl.hartslag.desk.internal.db.tables.records.BulkWorkRecord;
import nl.hartslag.people.People;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.problem.ProblemTexts;
import nl.hartslag.platform.security.Access;
import nl.hartslag.routing.Routing;
import nl.hartslag.shared.BulkWorkId;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Bulk work as it is kept, and what is told of it. */
@Component
class BulkRows {
    private static final String FIELD = "field:";
    private final DSLContext database;
    private final JsonMapper json;
    private final ProblemTexts texts;
    private final Routing routing;
    private final People people;

    BulkRows(DSLContext database, JsonMapper json, ProblemTexts texts, Routing routing, People people) {
        this.routing = routing;
        this.people = people;
        this.database = database;
        this.json = json;
        this.texts = texts;
    }

    BulkWorkRecord own(Access access, BulkWorkId id) {
        return database.selectFrom(BULK_WORK).where(BULK_WORK.ID.eq(id.value()), BULK_WORK.USER_ID.eq(access.user().value())).fetchOptional().orElseThrow(() -> Problem.notFound("bulk"));
    }

    /** Held until the transaction ends; whoever does an item of it waits, or is waited for. */
    BulkWorkRecord held(Access access, BulkWorkId id) {
        return database.selectFrom(BULK_WORK).where(BULK_WORK.ID.eq(id.value()), BULK_WORK.USER_ID.eq(access.user().value())).forUpdate().fetchOptional()
                .orElseThrow(() -> Problem.notFound("bulk"));
    }

    void keep(BulkWorkRecord work, List<BulkItemRecord> items) {
        work.insert();
        database.batchInsert(items).execute();
    }

    void become(BulkWorkId work, ItemState from, ItemState to) {
        database.update(BULK_ITEM).set(BULK_ITEM.STATE, column(to)).where(BULK_ITEM.WORK_ID.eq(work.value()), BULK_ITEM.STATE.eq(column(from))).execute();
    }

    Work shown(Access access, BulkWorkRecord row) {
        var id = BULK_ITEM.WORK_ID.eq(row.getId());
        List<Count> counts = database.select(BULK_ITEM.STATE, count()).from(BULK_ITEM).where(id).groupBy(BULK_ITEM.STATE).orderBy(BULK_ITEM.STATE)
                .fetch(one -> new Count(state(one.value1()), one.value2()));
        List<Left> left = database.select(BULK_ITEM.STATE, BULK_ITEM.WHY, count()).from(BULK_ITEM).where(id, BULK_ITEM.WHY.isNotNull(), BULK_ITEM.STATE.ne(inline("taken_back")))
                .groupBy(BULK_ITEM.STATE, BULK_ITEM.WHY).orderBy(count().desc(), BULK_ITEM.WHY)
                .fetch(one -> new Left(state(one.value1()), one.value2(), text(access, one.value2()), one.value3()));
        State state = State.valueOf(row.getState().toUpperCase(Locale.ROOT));
        boolean any = counts.stream().anyMatch(one -> one.state() == ItemState.DONE);
        boolean ended = state == State.DONE || state == State.STOPPED;
        Change change = change(row);
        return new Work(new BulkWorkId(row.getId()), change, change.transfer() == null ? null : to(change.transfer()), state, row.getMadeAt(), row.getFinishedAt(), counts, left,
                ended && any ? row.getFinishedAt().plus(BulkWork.REGRET) : null);
    }

    private @Nullable String to(Transfer transfer) {
        return transfer.queue() != null ? routing.queue(transfer.queue()).map(Routing.Queue::name).orElse(null) : people.user(transfer.user()).map(People.User::name).orElse(null);
    }

    /** Of a refusal: the words it has elsewhere. */
    @Nullable String text(Access access, String why) {
        if (why.startsWith(FIELD)) return texts.field(access.language(), why.substring(FIELD.length()), null);
        return why.contains("/") ? texts.text(access.language(), why + ".title", Map.of()) : null;
    }

    /** What is kept of a refusal. */
    static String why(Problem refused) {
        if (refused.fieldErrors().containsKey("user")) return "not-for-them";
        return refused.fieldErrors().isEmpty() || !refused.code().equals("request/invalid") ? refused.code() : FIELD + refused.fieldErrors().values().iterator().next();
    }

    Change change(BulkWorkRecord row) {
        return json.readValue(row.getChange().data(), Change.class);
    }

    JSONB written(Object content) {
        return JSONB.valueOf(json.writeValueAsString(content));
    }

    <T> T read(JSONB content, Class<T> type) {
        return json.readValue(content.data(), type);
    }

    List<BulkItemRecord> items(BulkWorkId work, ItemState state, int after, int limit) {
        return database.selectFrom(BULK_ITEM)
                .where(BULK_ITEM.WORK_ID.eq(work.value()), BULK_ITEM.STATE.eq(column(state)), BULK_ITEM.POSITION.gt(after))
                .orderBy(BULK_ITEM.POSITION).limit(limit).fetch();
    }

    static String column(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static ItemState state(String column) {
        return ItemState.valueOf(column.toUpperCase(Locale.ROOT));
    }
}
