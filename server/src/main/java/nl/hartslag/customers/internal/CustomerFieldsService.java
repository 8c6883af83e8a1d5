package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ACCOUNT;
import static nl.hartslag.customers.internal.db.Tables.ACCOUNT_MEMBER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_ORDER;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.hartslag.customers.CustomerAccounts;
import nl.hartslag.customers.CustomerFields;
import nl.hartslag.customers.Customers;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.organisation.FieldUse;
import nl.hartslag.organisation.FieldValues;
import nl.hartslag.organisation.Fields;
import nl.hartslag.organisation.Fields.About;
import nl.hartslag.organisation.Fields.Change;
import nl.hartslag.organisation.Fields.Kind;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.FieldId;
import nl.hartslag.shared.OrderId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CustomerFieldsService implements CustomerFields, FieldUse {
    /** Of no account. */
    private static final String PRIVATE = "PRIVATE";
    private final DSLContext db;
    private final Fields fields;
    private final Customers customers;
    private final Seen seen;
    private final Together together;
    private final Audit audit;
    private final LiveStream live;

    CustomerFieldsService(DSLContext db, Fields fields, Customers customers, Seen seen, Together together, Audit audit, LiveStream live) {
        this.db = db;
        this.fields = fields;
        this.customers = customers;
        this.seen = seen;
        this.together = together;
        this.audit = audit;
        this.live = live;
    }

    @Override
    public OfCustomer of(Access access, CustomerId id) {
        Customer customer = customers.open(access, id);
        List<Customers.Order> bought = customers.orders(customer.id());
        List<Fields.Field> known = bought.isEmpty() ? List.of() : fields.of(customer.brand(), Kind.ORDER);
        Map<UUID, FieldValues> ofOrders = known.isEmpty() ? Map.of() : db.select(CUSTOMER_ORDER.ID, CUSTOMER_ORDER.FIELD_VALUES).from(CUSTOMER_ORDER)
                .where(CUSTOMER_ORDER.ID.in(bought.stream().map(one -> one.id().value()).toList()))
                .fetchMap(CUSTOMER_ORDER.ID, row -> FieldValues.read(row.value2().data()));
        List<OfOrder> orders = bought.stream().filter(one -> ofOrders.containsKey(one.id().value()))
                .map(one -> new OfOrder(one.id(), fields.shown(known, CustomerFields.about(one), ofOrders.get(one.id().value()))))
                .toList();
        return new OfCustomer(fields.shown(fields.of(customer.brand(), Kind.CUSTOMER), about(customer.id()), values(customer.id())), orders, access.may(Permission.CUSTOMERS_CHANGE, customer.brand()));
    }

    @Override
    public void change(Access access, CustomerId id, FieldId field, Change change) {
        Customer customer = changeable(access, id);
        FieldValues now = read(db.select(CUSTOMER.FIELD_VALUES).from(CUSTOMER).where(CUSTOMER.ID.eq(customer.id().value())).forNoKeyUpdate().fetchSingle().value1());
        FieldValues next = fields.changed(customer.brand(), Kind.CUSTOMER, field, change, now);
        if (next.equals(now)) return;
        db.update(CUSTOMER).set(CUSTOMER.FIELD_VALUES, JSONB.valueOf(next.written())).where(CUSTOMER.ID.eq(customer.id().value())).execute();
        tell(access, "customer.field-changed", customer, Kind.CUSTOMER, field);
    }

    @Override
    public void change(Access access, OrderId id, FieldId field, Change change) {
        access.require(Permission.CUSTOMERS_CHANGE);
        var order = db.select(CUSTOMER_ORDER.CUSTOMER_ID, CUSTOMER_ORDER.FIELD_VALUES).from(CUSTOMER_ORDER).where(CUSTOMER_ORDER.ID.eq(id.value())).forNoKeyUpdate()
                .fetchOptional()
                .filter(row -> row.value1() != null && seen.find(access, new CustomerId(row.value1())).isPresent())
                .orElseThrow(() -> Problem.notFound("orders"));
        Customer customer = changeable(access, new CustomerId(order.value1()));
        FieldValues now = read(order.value2());
        FieldValues next = fields.changed(customer.brand(), Kind.ORDER, field, change, now);
        if (next.equals(now)) return;
        db.update(CUSTOMER_ORDER).set(CUSTOMER_ORDER.FIELD_VALUES, JSONB.valueOf(next.written())).where(CUSTOMER_ORDER.ID.eq(id.value())).execute();
        tell(access, "order.field-changed", customer, Kind.ORDER, field);
    }

    private Customer changeable(Access access, CustomerId id) {
        access.require(Permission.CUSTOMERS_CHANGE);
        Customer customer = seen.customer(access, id);
        access.require(Permission.CUSTOMERS_CHANGE, customer.brand());
        return customer;
    }

    /** Which field, and not what stood or stands in it. */
    private void tell(Access access, String act, Customer customer, Kind kind, FieldId field) {
        BrandId brand = customer.brand();
        String name = fields.of(brand, kind).stream().filter(one -> one.id().equals(field)).findFirst().map(Fields.Field::nameNl).orElse("");
        audit.record(access, act, "customer", customer.id().toString(), Optional.of(brand), Map.of("field", name));
        live.publish(LiveEvent.ofBrand("customer.fields.changed", brand, Optional.empty(), Permission.CUSTOMERS_VIEW, Map.of("customer", customer.id())));
    }

    @Override
    public About about(CustomerId id) {
        return About.type(db.select(ACCOUNT.KIND).from(ACCOUNT_MEMBER).join(ACCOUNT).on(ACCOUNT.ID.eq(ACCOUNT_MEMBER.ACCOUNT_ID))
                .where(ACCOUNT_MEMBER.CUSTOMER_ID.in(together.of(id.value()))).and(ACCOUNT.ARCHIVED_AT.isNull())
                .orderBy(ACCOUNT_MEMBER.SINCE).limit(1)
                .fetchOptional(row -> row.value1().toUpperCase(Locale.ROOT)).orElse(PRIVATE));
    }

    @Override
    public Set<String> types(Kind kind) {
        return switch (kind) {
            case CASE -> Set.of();
            case CUSTOMER -> Set.of(PRIVATE, CustomerAccounts.Kind.BUSINESS.name(), CustomerAccounts.Kind.RESELLER.name());
            case ORDER -> OrderRules.STATUSES.stream().map(one -> one.toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        };
    }

    @Override
    public FieldValues values(CustomerId id) {
        return db.select(CUSTOMER.FIELD_VALUES).from(CUSTOMER).where(CUSTOMER.ID.eq(together.head(id.value()))).fetchOptional(row -> read(row.value1())).orElse(FieldValues.NONE);
    }

    @Override
    public FieldValues values(OrderId id) {
        return db.select(CUSTOMER_ORDER.FIELD_VALUES).from(CUSTOMER_ORDER).where(CUSTOMER_ORDER.ID.eq(id.value())).fetchOptional(row -> read(row.value1())).orElse(FieldValues.NONE);
    }

    private static FieldValues read(JSONB values) {
        return FieldValues.read(values.data());
    }

    @Override
    public boolean filled(FieldId field) {
        return db.fetchExists(CUSTOMER, holds(CUSTOMER.FIELD_VALUES, field)) || db.fetchExists(CUSTOMER_ORDER, holds(CUSTOMER_ORDER.FIELD_VALUES, field));
    }

    private static Condition holds(Field<JSONB> values, FieldId field) {
        return values.ne(JSONB.valueOf("{}")).and(DSL.condition("jsonb_exists({0}, {1})", values, DSL.val(field.toString())));
    }
}
