package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ADDRESS_CHANGE;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_ORDER;
import static nl.hartslag.customers.internal.db.Tables.IDENTITY;
import static nl.hartslag.customers.internal.db.Tables.ORDER_LINE;
import static nl.hartslag.customers.internal.db.Tables.STORY;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Timeline.Other;
import nl.hartslag.customers.Timeline.What;
import nl.hartslag.customers.TimelineSource;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.CustomerId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders and their steps, stories, and addresses: what customers themselves keep of a customer. */
@Component
class OwnMoments implements TimelineSource {
    private static final Set<What> TOLD =
            EnumSet.of(What.ORDER_PLACED, What.ORDER_SHIPPED, What.ORDER_DELIVERED, What.STORY, What.ADDRESS_KNOWN, What.ADDRESS_CHANGED);
    private final DSLContext db;
    private final Anonymous anonymous;
    private final Seen seen;
    private final CustomerTable customers;

    OwnMoments(DSLContext db, Anonymous anonymous, Seen seen, CustomerTable customers) {
        this.db = db;
        this.anonymous = anonymous;
        this.seen = seen;
        this.customers = customers;
    }

    @Override
    public Set<What> tells() {
        return TOLD;
    }

    @Override
    public List<Told> newest(Access access, What what, Asked asked) {
        if (what == What.STORY) return stories(asked);
        if (what == What.ADDRESS_KNOWN) return addresses(access, asked);
        if (what == What.ADDRESS_CHANGED) return changes(access, asked);
        return orders(what, asked);
    }

    private List<Told> orders(What step, Asked asked) {
        Field<Instant> at = step == What.ORDER_PLACED ? CUSTOMER_ORDER.ORDERED_AT : step == What.ORDER_SHIPPED ? CUSTOMER_ORDER.SHIPPED_AT : CUSTOMER_ORDER.DELIVERED_AT;
        Condition named = DSL.exists(DSL.selectOne().from(ORDER_LINE).where(ORDER_LINE.ORDER_ID.eq(CUSTOMER_ORDER.ID)).and(asked.says(ORDER_LINE.NAME, ORDER_LINE.SKU)));
        var rows = db.selectFrom(CUSTOMER_ORDER)
                .where(CUSTOMER_ORDER.CUSTOMER_ID.in(asked.cards()))
                .and(at.isNotNull())
                .and(asked.older(step, at, CUSTOMER_ORDER.ID))
                .and(asked.text().isEmpty() ? DSL.noCondition() : asked.says(CUSTOMER_ORDER.NUMBER, CUSTOMER_ORDER.TRACKING_CODE).or(named))
                .orderBy(at.desc(), CUSTOMER_ORDER.ID.desc())
                .limit(asked.limit())
                .fetch();
        Map<UUID, List<String>> lines = db.select(ORDER_LINE.ORDER_ID, ORDER_LINE.NAME).from(ORDER_LINE)
                .where(ORDER_LINE.ORDER_ID.in(rows.map(row -> row.getId()))).orderBy(ORDER_LINE.ORDER_ID, ORDER_LINE.POSITION)
                .fetchGroups(ORDER_LINE.ORDER_ID, ORDER_LINE.NAME);
        return rows.map(row -> new Told(step, row.getId(), row.get(at))
                .title(row.getNumber())
                .words(step == What.ORDER_PLACED ? named(lines.getOrDefault(row.getId(), List.of())) : row.getCarrier())
                .state(row.getStatus())
                .amount(row.getTotalMinor(), row.getCurrency()));
    }

    private static @Nullable String named(List<String> lines) {
        return lines.isEmpty() ? null : lines.stream().limit(3).collect(Collectors.joining(", ", "", lines.size() > 3 ? ", …" : ""));
    }

    private List<Told> stories(Asked asked) {
        return db.selectFrom(STORY)
                .where(STORY.CUSTOMER_ID.in(asked.cards()))
                .and(STORY.REMOVED_AT.isNull())
                .and(asked.older(What.STORY, STORY.WRITTEN_AT, STORY.ID))
                .and(asked.says(STORY.TEXT, STORY.AUTHOR_NAME))
                .orderBy(STORY.WRITTEN_AT.desc(), STORY.ID.desc())
                .limit(asked.limit())
                .fetch(row -> new Told(What.STORY, row.getId(), row.getWrittenAt()).words(row.getText()).by(row.getAuthorName()));
    }

    /** Of a customer who stays anonymous: that there is one. What is not shown is not found either. */
    private List<Told> addresses(Access access, Asked asked) {
        boolean unseen = anonymous.is(asked.customer().brand()) && !access.may(Permission.CUSTOMERS_ERASE, asked.customer().brand());
        return db.selectFrom(IDENTITY)
                .where(IDENTITY.CUSTOMER_ID.in(asked.cards()))
                .and(IDENTITY.KIND.ne("browser"))
                .and(asked.older(What.ADDRESS_KNOWN, IDENTITY.CREATED_AT, IDENTITY.ID))
                .and(unseen && asked.text().isPresent() ? DSL.falseCondition() : asked.says(IDENTITY.SHOWN))
                .orderBy(IDENTITY.CREATED_AT.desc(), IDENTITY.ID.desc())
                .limit(asked.limit())
                .fetch(row -> new Told(What.ADDRESS_KNOWN, row.getId(), row.getCreatedAt())
                        .title(unseen ? Identity.UNSEEN : row.getShown())
                        .state(row.getKind()));
    }

    private List<Told> changes(Access access, Asked asked) {
        return db.selectFrom(ADDRESS_CHANGE)
                .where(ADDRESS_CHANGE.CUSTOMER_ID.in(asked.cards()))
                .and(asked.older(What.ADDRESS_CHANGED, ADDRESS_CHANGE.AT, ADDRESS_CHANGE.ID))
                .and(asked.says(ADDRESS_CHANGE.BY_NAME))
                .orderBy(ADDRESS_CHANGE.AT.desc(), ADDRESS_CHANGE.ID.desc())
                .limit(asked.limit())
                .fetch(row -> new Told(What.ADDRESS_CHANGED, row.getId(), row.getAt())
                        .title(row.getKind() == null ? null : row.getKind().toUpperCase(Locale.ROOT))
                        .state(row.getChange())
                        .by(row.getByName())
                        .other(other(access, row.getOtherId())));
    }

    private @Nullable Other other(Access access, @Nullable UUID id) {
        if (id == null) return null;
        // by the name on that card, also when it was merged since
        return seen.find(access, new CustomerId(id)).flatMap(_ -> customers.find(id)).map(one -> new Other(one.id(), one.name(), false)).orElse(null);
    }
}
