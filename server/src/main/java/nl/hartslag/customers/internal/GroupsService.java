package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_GROUP;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.hartslag.customers.CustomerGroups;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.internal.db.tables.records.CustomerGroupRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.database.Archived;
import nl.hartslag.platform.live.LiveEvent;
import nl.hartslag.platform.live.LiveStream;
import nl.hartslag.platform.problem.FieldErrors;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerGroupId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.StartsAs;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class GroupsService implements CustomerGroups {
    private final DSLContext db;
    private final Seen seen;
    private final Audit audit;
    private final LiveStream live;
    private final EffectiveGroups effective;
    private final Clock clock;

    GroupsService(DSLContext db, Seen seen, Audit audit, LiveStream live, EffectiveGroups effective, Clock clock) {
        this.db = db;
        this.seen = seen;
        this.audit = audit;
        this.live = live;
        this.effective = effective;
        this.clock = clock;
    }

    @Override
    public List<Group> groups(Access access) {
        return which(CUSTOMER_GROUP.BRAND_ID.eq(DSL.any(access.brands().stream().map(BrandId::value).toArray(UUID[]::new))));
    }

    @Override
    public CustomerGroupId create(Access access, BrandId brand, Draft draft) {
        access.require(Permission.ORGANISATION_CONFIGURE, brand);
        verify(draft);
        CustomerGroupId id = CustomerGroupId.next();
        CustomerGroupRecord row = db.newRecord(CUSTOMER_GROUP);
        row.setId(id.value());
        row.setBrandId(brand.value());
        row.setVersion(0);
        row.setArchivedAt(draft.archived() ? clock.instant() : null);
        fill(row, draft);
        row.insert();
        audit.record(access, "customer-group.created", "customer-group", id.toString(), Optional.of(brand), Map.of("new", draft));
        tell(brand);
        return id;
    }

    @Override
    public void change(Access access, CustomerGroupId id, Draft draft, int version) {
        CustomerGroupRecord row = db.selectFrom(CUSTOMER_GROUP).where(CUSTOMER_GROUP.ID.eq(id.value())).forUpdate().fetchOptional()
                .filter(one -> access.may(Permission.ORGANISATION_CONFIGURE, new BrandId(one.getBrandId())))
                .orElseThrow(() -> Problem.notFound("customer-groups"));
        verify(draft);
        if (row.getVersion() != version) throw Problem.of("customer-groups/changed", 409);
        Group before = view(row);
        fill(row, draft);
        row.setVersion(version + 1);
        row.update();
        db.update(CUSTOMER_GROUP)
                .set(CUSTOMER_GROUP.ARCHIVED_AT, Archived.at(draft.archived(), CUSTOMER_GROUP.ARCHIVED_AT, clock.instant()))
                .where(CUSTOMER_GROUP.ID.eq(id.value()))
                .execute();
        audit.record(access, "customer-group.changed", "customer-group", id.toString(), Optional.of(before.brand()), Map.of("old", before, "new", draft));
        tell(before.brand());
    }

    @Override
    public void put(Access access, CustomerId id, @Nullable CustomerGroupId group) {
        access.require(Permission.CUSTOMERS_CHANGE);
        Customer customer = seen.customer(access, id);
        access.require(Permission.CUSTOMERS_CHANGE, customer.brand());
        UUID before = db.select(CUSTOMER.GROUP_ID).from(CUSTOMER).where(CUSTOMER.ID.eq(customer.id().value())).forUpdate().fetchSingle().value1();
        UUID wanted = group == null ? null : group.value();
        if (Objects.equals(before, wanted)) return;
        Optional<Group> now = Optional.ofNullable(group).map(one -> usable(customer.brand(), one));
        db.update(CUSTOMER).set(CUSTOMER.GROUP_ID, wanted).where(CUSTOMER.ID.eq(customer.id().value())).execute();
        Map<String, Object> detail = new HashMap<>();
        if (before != null) detail.put("old", Map.of("group", name(before)));
        now.ifPresent(one -> detail.put("new", Map.of("group", one.nameNl())));
        audit.record(access, "customer.grouped", "customer", customer.id().toString(), Optional.of(customer.brand()), detail);
        effective.changed(access, customer.brand(), List.of(customer.id().value()));
        live.publish(LiveEvent.ofBrand("customer.changed", customer.brand(), Optional.empty(), Permission.CUSTOMERS_VIEW, Map.of("customer", customer.id())));
    }

    private Group usable(BrandId brand, CustomerGroupId group) {
        return which(CUSTOMER_GROUP.ID.eq(group.value()).and(CUSTOMER_GROUP.BRAND_ID.eq(brand.value())).and(CUSTOMER_GROUP.ARCHIVED_AT.isNull())).stream()
                .findFirst()
                .orElseThrow(() -> Problem.invalid("group", "unknown"));
    }

    private String name(UUID group) {
        return db.select(CUSTOMER_GROUP.NAME_NL).from(CUSTOMER_GROUP).where(CUSTOMER_GROUP.ID.eq(group)).fetchSingle().value1();
    }

    @Override
    public Optional<CustomerGroupId> of(CustomerId customer) {
        return Optional.ofNullable(of(List.of(customer)).get(customer)).map(Group::id);
    }

    @Override
    public Map<CustomerId, Group> of(Collection<CustomerId> customers) {
        Map<CustomerId, Group> groups = new HashMap<>();
        effective.of(customers.stream().map(CustomerId::value).toList()).forEach((customer, row) -> groups.put(customer, view(row)));
        return groups;
    }

    private List<Group> which(Condition which) {
        return db.selectFrom(CUSTOMER_GROUP).where(which).orderBy(CUSTOMER_GROUP.BRAND_ID, CUSTOMER_GROUP.POSITION, CUSTOMER_GROUP.ID).fetch(GroupsService::view);
    }

    private static Group view(CustomerGroupRecord row) {
        return new Group(
                new CustomerGroupId(row.getId()),
                new BrandId(row.getBrandId()),
                row.getNameNl(),
                row.getNameEn(),
                Colour.valueOf(row.getColour().toUpperCase(Locale.ROOT)),
                row.getPosition(),
                StartsAs.valueOf(row.getPriority().toUpperCase(Locale.ROOT)),
                row.getArchivedAt() != null,
                row.getVersion());
    }

    private static void fill(CustomerGroupRecord row, Draft draft) {
        row.setNameNl(draft.nameNl().strip());
        row.setNameEn(draft.nameEn().strip());
        row.setColour(draft.colour().name().toLowerCase(Locale.ROOT));
        row.setPosition(draft.position());
        row.setPriority(draft.startsAs().name().toLowerCase(Locale.ROOT));
    }

    private static void verify(Draft draft) {
        new FieldErrors()
                .text("nameNl", draft.nameNl(), 40)
                .text("nameEn", draft.nameEn(), 40)
                .range("position", draft.position(), 0, 100_000)
                .verify();
    }

    private void tell(BrandId brand) {
        live.publish(LiveEvent.ofBrand("customer-groups.changed", brand, Optional.empty(), Permission.CUSTOMERS_VIEW, Map.of("brand", brand)));
    }
}
