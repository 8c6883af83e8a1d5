package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_MEMBER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_GROUP;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.CustomerGrouped;
import nl.hartslag.customers.internal.db.tables.records.CustomerGroupRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** In which group a customer is: his own, or else that of the account he is a member of, as long as that is not archived. */
@Component
class EffectiveGroups {
    /** Whose group counts. */
    private static final nl.hartslag.customers.internal.db.tables.Customer HEAD = CUSTOMER.as("head");
    private final DSLContext db;
    private final Together together;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EffectiveGroups(DSLContext db, Together together, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.together = together;
        this.events = events;
        this.clock = clock;
    }

    Map<CustomerId, CustomerGroupRecord> of(Collection<UUID> customers) {
        return db.select(CUSTOMER.ID).select(CUSTOMER_GROUP.fields())
                .from(CUSTOMER)
                .join(HEAD).on(HEAD.ID.eq(Together.HEAD))
                .leftJoin(ACCOUNT).on(ACCOUNT.ID.eq(account())).and(ACCOUNT.ARCHIVED_AT.isNull())
                .join(CUSTOMER_GROUP).on(CUSTOMER_GROUP.ID.eq(DSL.coalesce(HEAD.GROUP_ID, ACCOUNT.GROUP_ID)))
                .where(CUSTOMER.ID.eq(DSL.any(customers.stream().distinct().toArray(UUID[]::new))))
                .fetchMap(row -> new CustomerId(row.get(CUSTOMER.ID)), row -> row.into(CUSTOMER_GROUP));
    }

    /** Of which one of his cards is a member. */
    private static Field<UUID> account() {
        var card = CUSTOMER.as("card");
        return DSL.field(DSL.select(ACCOUNT_MEMBER.ACCOUNT_ID).from(ACCOUNT_MEMBER).join(card).on(card.ID.eq(ACCOUNT_MEMBER.CUSTOMER_ID))
                .where(DSL.coalesce(card.HEAD_ID, card.ID).eq(HEAD.ID)).orderBy(ACCOUNT_MEMBER.CUSTOMER_ID.ne(HEAD.ID), ACCOUNT_MEMBER.SINCE).limit(1));
    }

    /** What is promised to them by rule follows. */
    void changed(Access access, BrandId brand, Collection<UUID> customers) {
        List<UUID> cards = customers.stream().flatMap(one -> together.of(one).stream()).distinct().toList();
        Map<CustomerId, CustomerGroupRecord> now = of(cards);
        cards.stream().map(CustomerId::new).forEach(one -> {
            Optional<CustomerGroupRecord> group = Optional.ofNullable(now.get(one));
            events.publishEvent(new CustomerGrouped(one, brand, group.map(row -> new CustomerGroupId(row.getId())),
                    group.map(CustomerGroupRecord::getNameNl).orElse(""), access.user(), access.name(), clock.instant()));
        });
    }
}
