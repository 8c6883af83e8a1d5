package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static nl.hartslag.people.shown.Tables.SHOWN_TEAM_MEMBER;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.desk.DeskList;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.Id;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists people work from, read by key along an index of exactly their order. */
@Component
class RowLists {
    /** Words that match more rows than this are too common to sort; the newest of the first so many are shown. */
    private static final int MOST_HITS = 2_000;
    private static final Pattern CASE_NUMBER = Pattern.compile("#?\\s*(\\d{1,18})");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}@._-]+");

    private final DSLContext database;
    private final Customers customers;
    private final Watchers watchers;

    RowLists(DSLContext database, Customers customers, Watchers watchers) {
        this.database = database;
        this.customers = customers;
        this.watchers = watchers;
    }

    Page<DeskRow> read(Access access, DeskList list, @Nullable String cursor, int limit) {
        var after = cursor == null ? null : Cursor.read(cursor);
        var t = CONVERSATION_ROW;
        boolean byTime = list.search().isPresent() || list.view() == DeskList.View.CLOSED && list.queue().isEmpty();
        var time = list.search().isPresent() ? t.LAST_AT : t.CLOSED_AT;
        Condition from = after == null ? noCondition() : byTime
                ? row(time, t.CONVERSATION_ID).lt(after.at(), after.conversation())
                : row(t.RANK, t.SORT_AT, t.CONVERSATION_ID).gt((short) after.rank(), after.at(), after.conversation());
        List<? extends OrderField<?>> order = byTime
                ? List.of(time.desc(), t.CONVERSATION_ID.desc())
                : List.of(t.RANK, t.SORT_AT, t.CONVERSATION_ID);
        var which = list.search().map(text -> found(access, text)).orElseGet(() -> listed(access, list));
        var records = database.selectFrom(t)
                .where(which, visible(access), from)
                .orderBy(order)
                .limit(limit + 1)
                .fetch();
        var rows = records.stream().limit(limit).map(RowColumns::read).toList();
        String next = null;
        if (records.size() > limit) {
            var last = records.get(limit - 1);
            next = new Cursor(last.getRank(), byTime ? last.get(time) : last.getSortAt(), last.getConversationId()).written();
        }
        return new Page<>(watchers.besideAll(rows), next);
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

    private Condition found(Access access, String text) {
        var t = CONVERSATION_ROW;
        var number = CASE_NUMBER.matcher(text.strip());
        if (number.matches()) return t.CASE_NUMBER.eq(Long.parseLong(number.group(1)));
        if (text.contains("@")) {
            return t.CUSTOMER_ID.in(access.brands().stream()
                    .map(brand -> customers.find(brand, IdentityKind.EMAIL, text.strip()).orElse(null))
                    .filter(Objects::nonNull)
                    .map(customer -> customer.id().value())
                    .toList());
        }
        var words = NOT_A_WORD.splitAsStream(text).filter(word -> !word.isBlank()).toList();
        if (words.isEmpty()) return noCondition();
        String query = words.stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
        return t.CONVERSATION_ID.in(select(t.CONVERSATION_ID)
                .from(t)
                .where(condition("{0} @@ to_tsquery('simple', {1})", t.WORDS, val(query)), visible(access))
                .limit(MOST_HITS));
    }

    static List<UUID> values(java.util.Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }
}
