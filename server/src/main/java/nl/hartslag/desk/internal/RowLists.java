package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM_MEMBER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

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
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.Id;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists people work from, read by key along an index of exactly their order. */
@Component
class RowLists {
    /** A common word fills a page from the newest rows alone; only rare words need the index on words, which has no order. */
    private static final int NEWEST = 4_000;
    private static final Pattern CASE_NUMBER = Pattern.compile("#?\\s*(\\d{1,18})");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}@._-]+");

    private final DSLContext database;
    private final Customers customers;
    private final Watchers watchers;
    private final RowGroups groups;

    RowLists(DSLContext database, Customers customers, Watchers watchers, RowGroups groups) {
        this.database = database;
        this.customers = customers;
        this.watchers = watchers;
        this.groups = groups;
    }

    Page<DeskRow> read(Access access, DeskList list, @Nullable String cursor, int limit) {
        var after = cursor == null ? null : Cursor.read(cursor);
        var t = CONVERSATION_ROW;
        if (list.search().isPresent()) {
            var records = search(access, list.search().get(), after, limit + 1);
            return page(records, limit, last -> new Cursor(last.getRank(), last.getLastAt(), last.getConversationId()));
        }
        boolean closed = list.view() == DeskList.View.CLOSED && list.queue().isEmpty();
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
        return page(records, limit,
                last -> new Cursor(last.getRank(), closed ? last.getClosedAt() : last.getSortAt(), last.getConversationId()));
    }

    private Page<DeskRow> page(List<ConversationRowRecord> records, int limit, Function<ConversationRowRecord, Cursor> cursor) {
        var rows = records.stream().limit(limit).map(RowColumns::read).toList();
        String next = records.size() > limit ? cursor.apply(records.get(limit - 1)).written() : null;
        return new Page<>(watchers.besideAll(groups.beside(rows)), next);
    }

    private static Condition listed(Access access, DeskList list) {
        var t = CONVERSATION_ROW;
        // Written out, so that the planner sees that a partial index holds them.
        Condition open = t.STATE.ne(inline("closed"));
        if (list.queue().isPresent()) return open.and(t.QUEUE_ID.eq(list.queue().get().value()));
        return switch (list.view()) {
            case MINE -> t.STATE.eq(inline("assigned")).and(t.ASSIGNED_TO.eq(access.user().value()));
            case TEAM -> t.STATE.eq(inline("assigned")).and(t.ASSIGNED_TO.in(select(SHOWN_TEAM_MEMBER.USER_ID)
                    .from(SHOWN_TEAM_MEMBER)
                    .where(SHOWN_TEAM_MEMBER.TEAM_ID.in(values(access.teams())))));
            case WAITING -> open.and(t.STATE.eq(inline("waiting")));
            case ALL -> open;
            case CLOSED -> t.STATE.eq(inline("closed"));
        };
    }

    static Condition visible(Access access) {
        var t = CONVERSATION_ROW;
        return t.BRAND_ID.in(values(access.brands()))
                .and(access.partner().map(partner -> t.PARTNER_ID.eq(partner.value())).orElse(noCondition()));
    }

    private List<ConversationRowRecord> search(Access access, String text, @Nullable Cursor after, int count) {
        var t = CONVERSATION_ROW;
        Condition from = after == null ? noCondition() : row(t.LAST_AT, t.CONVERSATION_ID).lt(after.at(), after.conversation());
        var exactly = exactly(access, text);
        if (exactly.isPresent()) return newest(count, visible(access), from, exactly.get());
        String query = query(text);
        if (query.isEmpty()) return newest(count, visible(access), from);
        var recent = select(t.CONVERSATION_ID, t.LAST_AT, t.WORDS)
                .from(t)
                .where(visible(access), from)
                .orderBy(t.LAST_AT.desc(), t.CONVERSATION_ID.desc())
                .limit(NEWEST)
                .asTable("recent");
        var ids = database.select(recent.field(t.CONVERSATION_ID))
                .from(recent)
                .where(matches(recent.field(t.WORDS), query))
                .limit(count)
                .fetch(0, UUID.class);
        if (ids.size() == count) return newest(count, t.CONVERSATION_ID.in(ids));
        return newest(count, visible(access), from, matches(t.WORDS, query));
    }

    /** By the number of its case, or the address of its customer; empty when these are words. */
    private Optional<Condition> exactly(Access access, String text) {
        var t = CONVERSATION_ROW;
        var number = CASE_NUMBER.matcher(text.strip());
        if (number.matches()) return Optional.of(t.CASE_NUMBER.eq(Long.parseLong(number.group(1))));
        return text.contains("@") ? Optional.of(t.CUSTOMER_ID.in(withAddress(access, text.strip()))) : Optional.empty();
    }

    /** Every word as the beginning of one; empty without words. */
    private static String query(String text) {
        return NOT_A_WORD.splitAsStream(text).filter(word -> !word.isBlank()).map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
    }

    /** Which of these wait, may be seen, and are what is searched for. */
    Set<ConversationId> waiting(Access access, List<ConversationId> among, Optional<String> search) {
        var t = CONVERSATION_ROW;
        Condition found = search.map(text -> exactly(access, text).orElseGet(() -> query(text).isEmpty() ? noCondition() : matches(t.WORDS, query(text)))).orElse(noCondition());
        return database.select(t.CONVERSATION_ID)
                .from(t)
                .where(t.CONVERSATION_ID.eq(any(values(among).toArray(UUID[]::new))))
                .and(t.STATE.eq(inline("waiting")))
                .and(visible(access))
                .and(found)
                .fetchSet(row -> new ConversationId(row.value1()));
    }

    /** As the lists show them. */
    Map<ConversationId, DeskRow> of(List<ConversationId> wanted) {
        var t = CONVERSATION_ROW;
        var found = database.selectFrom(t).where(t.CONVERSATION_ID.in(values(wanted))).fetch(RowColumns::read);
        return watchers.besideAll(groups.beside(found)).stream().collect(Collectors.toMap(DeskRow::conversation, row -> row));
    }

    private static Condition matches(Field<?> words, String query) {
        return condition("{0} @@ to_tsquery('simple', {1})", words, val(query));
    }

    private List<ConversationRowRecord> newest(int count, Condition... which) {
        var t = CONVERSATION_ROW;
        return database.selectFrom(t).where(which).orderBy(t.LAST_AT.desc(), t.CONVERSATION_ID.desc()).limit(count).fetch();
    }

    private List<UUID> withAddress(Access access, String address) {
        return access.brands().stream()
                .map(brand -> customers.find(brand, IdentityKind.EMAIL, address).orElse(null))
                .filter(Objects::nonNull)
                .map(customer -> customer.id().value())
                .toList();
    }

    static List<UUID> values(java.util.Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }
}
