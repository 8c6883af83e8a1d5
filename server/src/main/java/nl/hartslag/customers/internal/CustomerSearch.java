package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_ORDER;
import static nl.hartslag.customers.internal.db.Tables.IDENTITY;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.Customers.Found;
import nl.hartslag.customers.internal.db.tables.records.CustomerRecord;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Page;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds customers, newest first. Names, addresses and order numbers are each asked by their own index for one page, so
 * that the time does not grow with the number of customers.
 */
@Component
class CustomerSearch {
    private static final int MOST_WORDS = 5;
    private static final int MOST_PER_PAGE = 100;
    private final DSLContext db;
    private final Seen seen;

    CustomerSearch(DSLContext db, Seen seen) {
        this.db = db;
        this.seen = seen;
    }

    Page<Found> search(Access access, Optional<BrandId> brand, String text, @Nullable String cursor, int limit) {
        int page = Math.clamp(limit, 1, MOST_PER_PAGE);
        Where where = new Where(access, brand, before(cursor));
        String sought = text.strip().toLowerCase(Locale.ROOT);
        // people of a partner may know only a card that was merged
        Condition listed = access.partner().isPresent() ? DSL.noCondition() : CUSTOMER.HEAD_ID.isNull();
        Condition found = sought.isEmpty()
                ? visible(CUSTOMER.BRAND_ID, CUSTOMER.ID, where).and(listed)
                : CUSTOMER.ID.in(candidates(where, sought, page + 1));
        List<CustomerRecord> rows = db.selectFrom(CUSTOMER)
                .where(found)
                .orderBy(CUSTOMER.ID.desc())
                .limit(page + 1)
                .fetch();
        if (rows.size() <= page) return new Page<>(withAddresses(rows), null);
        return new Page<>(withAddresses(rows.subList(0, page)), rows.get(page - 1).getId().toString());
    }

    private List<Found> withAddresses(List<CustomerRecord> rows) {
        UUID[] ids = rows.stream().map(CustomerRecord::getId).toArray(UUID[]::new);
        Map<UUID, String> addresses = db.select(SHOWN_CUSTOMER.ID, SHOWN_CUSTOMER.ADDRESS).from(SHOWN_CUSTOMER)
                .where(SHOWN_CUSTOMER.ID.eq(DSL.any(ids))).and(Anonymous.not(SHOWN_CUSTOMER.BRAND_ID))
                .fetchMap(SHOWN_CUSTOMER.ID, SHOWN_CUSTOMER.ADDRESS);
        Map<UUID, CustomerRecord> heads = db.selectFrom(CUSTOMER).where(CUSTOMER.ID.in(rows.stream().map(CustomerRecord::getHeadId).filter(Objects::nonNull).toList())).fetchMap(CUSTOMER.ID);
        Map<UUID, Found> found = new LinkedHashMap<>();
        for (CustomerRecord card : rows) {
            // by which card he was found does not matter: once, as he is known now
            CustomerRecord row = card.getHeadId() == null ? card : heads.getOrDefault(card.getHeadId(), card);
            found.putIfAbsent(row.getId(), new Found(new CustomerId(row.getId()), new BrandId(row.getBrandId()), row.getName(), addresses.get(card.getId()), row.getCountry(),
                    row.getSurveysDeclinedAt() != null, row.getCreatedAt()));
        }
        return List.copyOf(found.values());
    }

    private Select<Record1<UUID>> candidates(Where where, String sought, int most) {
        String beginning = escaped(sought) + "%";
        return top(CUSTOMER.ID, visible(CUSTOMER.BRAND_ID, CUSTOMER.ID, where).and(nameHolds(sought)), CUSTOMER, most)
                .union(top(
                        IDENTITY.CUSTOMER_ID,
                        visible(IDENTITY.BRAND_ID, IDENTITY.CUSTOMER_ID, where)
                                .and(Anonymous.not(IDENTITY.BRAND_ID)).and(IDENTITY.VALUE.like(beginning).or(phone(sought))),
                        IDENTITY,
                        most))
                .union(top(
                        CUSTOMER_ORDER.CUSTOMER_ID,
                        visible(CUSTOMER_ORDER.BRAND_ID, CUSTOMER_ORDER.CUSTOMER_ID, where)
                                .and(DSL.lower(CUSTOMER_ORDER.NUMBER).like(beginning)),
                        CUSTOMER_ORDER,
                        most));
    }

    private Select<Record1<UUID>> top(Field<UUID> id, Condition condition, org.jooq.Table<?> table, int most) {
        return DSL.selectDistinct(id).from(table).where(condition).orderBy(id.desc()).limit(most);
    }

    private Condition visible(Field<UUID> brand, Field<UUID> id, Where where) {
        Condition condition = seen.condition(where.access(), brand, id);
        if (where.brand().isPresent()) condition = condition.and(brand.eq(where.brand().get().value()));
        return where.before() == null ? condition : condition.and(id.lt(where.before()));
    }

    /** @param before the last of the page before */
    private record Where(Access access, Optional<BrandId> brand, @Nullable UUID before) {}

    /** Every word occurs; one of one or two letters only at the beginning of a word of the name. */
    private static Condition nameHolds(String sought) {
        Condition all = DSL.noCondition();
        for (String word : sought.split("\\s+", MOST_WORDS)) {
            String part = escaped(word.strip());
            Field<String> name = DSL.lower(CUSTOMER.NAME);
            all = all.and(
                    word.length() > 2
                            ? name.like("%" + part + "%")
                            : name.like(part + "%").or(name.like("% " + part + "%")));
        }
        return all;
    }

    /** Numbers are kept in full; without country code a Dutch number is meant. */
    private static Condition phone(String sought) {
        String digits = sought.replaceAll("[\\s().-]", "");
        if (!digits.matches("\\+?\\d{4,}")) return DSL.noCondition();
        String full = digits.startsWith("00") ? "+" + digits.substring(2)
                : digits.startsWith("0") ? "+31" + digits.substring(1)
                : digits;
        return IDENTITY.VALUE.like(full + "%");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null || cursor.isBlank()) return null;
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Problem.of("request/unreadable", 400);
        }
    }
}
