package nl.hartslag.desk.internal;

import static nl.hartslag.desk.internal.db.Tables.CONVERSATION_ROW;
import static nl.hartslag.desk.internal.db.Tables.SEARCHED;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.desk.DeskFound;
import nl.hartslag.desk.DeskRow;
import nl.hartslag.desk.DeskSearch;
import nl.hartslag.desk.internal.db.tables.records.ConversationRowRecord;
import nl.hartslag.desk.internal.search.Search;
import nl.hartslag.desk.internal.search.Sought;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.ConversationId;
import nl.hartslag.shared.CustomerId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conversations in which something was said, newest first. */
@Component
class RowSearch {
    /** A common word fills a page from the newest rows alone; only rare words need the index on words, which has no order. */
    private static final int NEWEST = 4_000;
    private static final Pattern CASE_NUMBER = Pattern.compile("#\\s*(\\d{1,18})");

    private final DSLContext database;
    private final Customers customers;
    private final RowLists lists;
    private final Search search;

    RowSearch(DSLContext database, Customers customers, RowLists lists, Search search) {
        this.database = database;
        this.customers = customers;
        this.lists = lists;
        this.search = search;
    }

    DeskFound read(Access access, DeskSearch wanted, @Nullable String cursor, int limit) {
        var t = CONVERSATION_ROW;
        var after = cursor == null ? null : Cursor.read(cursor);
        Condition seen = RowLists.visible(access).and(filter(wanted));
        Condition from = after == null ? noCondition() : row(t.LAST_AT, t.CONVERSATION_ID).lt(after.at(), after.conversation());
        Optional<Condition> exactly = exactly(access, wanted.text());
        Sought sought = exactly.isPresent() ? null : search.sought(wanted.text(), RowLists.visible(access)).orElse(null);
        var records = sought == null
                ? newest(limit + 1, seen, from, exactly.orElse(noCondition()))
                : holding(sought, seen.and(from), limit + 1);
        List<DeskRow> rows = lists.shown(records.stream().limit(limit).toList());
        String next = Cursor.after(records, limit, last -> new Cursor(last.getRank(), last.getLastAt(), last.getConversationId()));
        return sought == null ? new DeskFound(rows, next, null) : new DeskFound(withPlaces(rows, sought), next, sought.meant());
    }

    /** Which of these wait, may be seen, and are what is searched for. */
    Set<ConversationId> waiting(Access access, List<ConversationId> among, Optional<String> text) {
        var t = CONVERSATION_ROW;
        Condition seen = RowLists.visible(access);
        Condition found = text.map(typed -> exactly(access, typed).orElseGet(() -> search.sought(typed, seen)
                .map(sought -> Search.holds(t.CONVERSATION_ID, sought)).orElse(noCondition()))).orElse(noCondition());
        return database.select(t.CONVERSATION_ID)
                .from(t)
                .where(t.CONVERSATION_ID.eq(any(RowLists.values(among).toArray(UUID[]::new))))
                .and(t.STATE.eq(inline("waiting")))
                .and(seen)
                .and(found)
                .fetchSet(row -> new ConversationId(row.value1()));
    }

    private static Condition filter(DeskSearch wanted) {
        var t = CONVERSATION_ROW;
        List<Condition> all = new ArrayList<>();
        wanted.brand().ifPresent(brand -> all.add(t.BRAND_ID.eq(brand.value())));
        wanted.medium().ifPresent(medium -> all.add(t.MEDIUM.eq(medium)));
        wanted.state().ifPresent(state -> all.add(state == DeskSearch.State.CLOSED ? t.STATE.eq(inline("closed")) : t.STATE.ne(inline("closed"))));
        wanted.from().ifPresent(from -> all.add(t.LAST_AT.ge(from)));
        wanted.until().ifPresent(until -> all.add(t.LAST_AT.lt(until)));
        return and(all);
    }

    private List<ConversationRowRecord> holding(Sought sought, Condition seen, int count) {
        var t = CONVERSATION_ROW;
        var recent = select(t.CONVERSATION_ID, t.LAST_AT).from(t).where(seen)
                .orderBy(t.LAST_AT.desc(), t.CONVERSATION_ID.desc()).limit(NEWEST).asTable("recent");
        var ids = database.select(SEARCHED.CONVERSATION_ID).from(recent).join(SEARCHED).on(SEARCHED.CONVERSATION_ID.eq(recent.field(t.CONVERSATION_ID)))
                .where(Search.holds(sought))
                .orderBy(recent.field(t.LAST_AT).desc(), recent.field(t.CONVERSATION_ID).desc())
                .limit(count).fetch(SEARCHED.CONVERSATION_ID);
        if (ids.size() == count) return newest(count, t.CONVERSATION_ID.in(ids));
        var found = name("found").asMaterialized(select(SEARCHED.CONVERSATION_ID).from(SEARCHED).where(Search.holds(sought)));
        return database.with(found).select(t.fields()).from(found).join(t).on(t.CONVERSATION_ID.eq(found.field(SEARCHED.CONVERSATION_ID)))
                .where(seen)
                .orderBy(t.LAST_AT.desc(), t.CONVERSATION_ID.desc()).limit(count).fetchInto(t);
    }

    private List<DeskRow> withPlaces(List<DeskRow> rows, Sought sought) {
        var places = search.places(rows.stream().map(row -> row.conversation().value()).toList(), sought);
        return rows.stream().map(row -> row.foundIn(places.getOrDefault(row.conversation().value(), List.of()))).toList();
    }

    /** By the number of its case, or the address of its customer; empty when these are words. */
    private Optional<Condition> exactly(Access access, String text) {
        var t = CONVERSATION_ROW;
        var number = CASE_NUMBER.matcher(text.strip());
        if (number.matches()) return Optional.of(t.CASE_NUMBER.eq(Long.parseLong(number.group(1))));
        return Optional.of(text.strip()).filter(typed -> typed.contains("@")).map(typed -> withAddress(access, typed))
                .filter(those -> !those.isEmpty()).map(t.CUSTOMER_ID::in);
    }

    private List<ConversationRowRecord> newest(int count, Condition... which) {
        var t = CONVERSATION_ROW;
        return database.selectFrom(t).where(which).orderBy(t.LAST_AT.desc(), t.CONVERSATION_ID.desc()).limit(count).fetch();
    }

    private List<UUID> withAddress(Access access, String address) {
        return access.brands().stream()
                .map(brand -> customers.find(brand, IdentityKind.EMAIL, address).orElse(null))
                .filter(Objects::nonNull)
                .flatMap(customer -> customers.together(customer.id()).stream())
                .map(CustomerId::value)
                .toList();
    }
}
