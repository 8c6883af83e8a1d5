package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static nl.hartslag.desk.internal.db.Tables.SEARCHED;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM_MEMBER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.desk.DeskList;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.desk.internal.db.tables.records.ConversationRowRecord;
import nl.hartslag.desk.internal.search.Search;
import nl.hartslag.desk.internal.search.Sought;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Id;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists people work from, read by key along an index of exactly their order. */
@Component
class RowLists {
    private final DSLContext database;
    private final Watchers watchers;
    private final RowGroups groups;
    private final SavedViewRows saved;
    private final ViewTerms terms;

    RowLists(DSLContext database, Watchers watchers, RowGroups groups, SavedViewRows saved, ViewTerms terms) {
        this.database = database;
        this.saved = saved;
        this.terms = terms;
        this.watchers = watchers;
        this.groups = groups;
    }

    Page<DeskRow> read(Access access, DeskList list, @Nullable String cursor, int limit) {
        var after = cursor == null ? null : Cursor.read(cursor);
        var t = CONVERSATION_ROW;
        boolean closed = list.view() == DeskList.View.CLOSED && list.queue().isEmpty() && list.saved().isEmpty();
        Condition from = after == null ? noCondition() : closed
                ? row(t.CLOSED_AT, t.CONVERSATION_ID).lt(after.at(), after.conversation())
                : row(t.RANK, t.SORT_AT, t.CONVERSATION_ID).gt((short) after.rank(), after.at(), after.conversation());
        List<? extends OrderField<?>> order = closed
                ? List.of(t.CLOSED_AT.desc(), t.CONVERSATION_ID.desc())
                : List.of(t.RANK, t.SORT_AT, t.CONVERSATION_ID);
        var records = database.selectFrom(t)
                .where(listed(access, list), visible(access), from)
                .orderBy(order)
                .limit(limit + 1)
                .fetch();
        return new Page<>(shown(records.stream().limit(limit).toList()), Cursor.after(records, limit,
                last -> new Cursor(last.getRank(), closed ? last.getClosedAt() : last.getSortAt(), last.getConversationId())));
    }

    /** The most urgent of what is open and answers to this. */
    List<DeskRow> first(Access access, Condition held, int limit) {
        var t = CONVERSATION_ROW;
        return shown(database.selectFrom(t).where(open(), visible(access), held).orderBy(t.RANK, t.SORT_AT, t.CONVERSATION_ID).limit(limit).fetch());
    }

    /** Which conversations stand in a list. */
    Condition listed(Access access, DeskList list) {
        var t = CONVERSATION_ROW;
        Condition open = open();
        if (list.saved().isPresent()) return open.and(terms.of(access, saved.conditions(saved.standing(access, list.saved().get()))));
        if (list.queue().isPresent()) return open.and(t.QUEUE_ID.eq(list.queue().get().value()));
        return switch (list.view()) {
            case MINE -> assigned().and(t.ASSIGNED_TO.eq(access.user().value()));
            case TEAM -> assigned().and(t.ASSIGNED_TO.in(mates(access)));
            case WAITING -> open.and(t.STATE.eq(inline("waiting")));
            case ALL -> open;
            case CLOSED -> t.STATE.eq(inline("closed"));
        };
    }

    /** Written out, so that the planner sees that a partial index holds them. */
    static Condition open() {
        return CONVERSATION_ROW.STATE.ne(inline("closed"));
    }

    static Condition assigned() {
        return CONVERSATION_ROW.STATE.eq(inline("assigned"));
    }

    static Select<Record1<UUID>> mates(Access access) {
        return select(SHOWN_TEAM_MEMBER.USER_ID).from(SHOWN_TEAM_MEMBER).where(SHOWN_TEAM_MEMBER.TEAM_ID.in(values(access.teams())));
    }

    static Condition visible(Access access) {
        var t = CONVERSATION_ROW;
        return t.BRAND_ID.in(values(access.brands()))
                .and(access.partner().map(partner -> t.PARTNER_ID.eq(partner.value())).orElse(noCondition()));
    }

    /** As the lists show them. */
    Map<ConversationId, DeskRow> of(List<ConversationId> wanted) {
        var t = CONVERSATION_ROW;
        return shown(database.selectFrom(t).where(t.CONVERSATION_ID.in(values(wanted))).fetch()).stream().collect(Collectors.toMap(DeskRow::conversation, row -> row));
    }

    /** The same, as far as they may be seen. */
    Map<ConversationId, DeskRow> of(Access access, List<ConversationId> wanted) {
        var t = CONVERSATION_ROW;
        return shown(database.selectFrom(t).where(t.CONVERSATION_ID.in(values(wanted)), visible(access)).fetch()).stream()
                .collect(Collectors.toMap(DeskRow::conversation, row -> row));
    }

    List<DeskRow> shown(List<ConversationRowRecord> records) {
        return watchers.besideAll(groups.beside(records.stream().map(RowColumns::read).toList()));
    }

    static List<UUID> values(java.util.Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }
}
