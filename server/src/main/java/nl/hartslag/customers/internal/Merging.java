package nl.hartslag.customers.internal;

import static nl.hartslag.customers.internal.db.Tables.ADDRESS_CHANGE;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER;
import static nl.hartslag.customers.internal.db.Tables.CUSTOMER_ORDER;
import static nl.hartslag.customers.internal.db.Tables.ERASURE;
import static nl.hartslag.customers.internal.db.Tables.MERGE;
import static nl.hartslag.customers.internal.db.Tables.STORY;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import nl.hartslag.customers.Customers.Customer;
import nl.hartslag.customers.Customers.Identity;
import nl.hartslag.customers.Customers.IdentityKind;
import nl.hartslag.customers.CustomersJoined;
import nl.hartslag.customers.OnePerson;
import nl.hartslag.customers.internal.db.tables.records.CustomerRecord;
import nl.hartslag.customers.internal.db.tables.records.MergeRecord;
import nl.hartslag.platform.audit.Audit;
import nl.hartslag.platform.problem.Problem;
import nl.hartslag.platform.security.Access;
import nl.hartslag.platform.security.Permission;
import nl.hartslag.shared.BrandId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cards that are read together from now on, and no longer. One at a time in a brand, so that a chain never closes. */
@Service
@Transactional
class Merging implements OnePerson {
    private final DSLContext db;
    private final Seen seen;
    private final Anonymous anonymous;
    private final MergeLock lock;
    private final Together together;
    private final IdentityTable identities;
    private final TakenOver takenOver;
    private final Alike alike;
    private final EffectiveGroups groups;
    private final CustomerNews news;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merging(DSLContext db, Seen seen, Anonymous anonymous, MergeLock lock, Together together, IdentityTable identities, TakenOver takenOver, Alike alike, EffectiveGroups groups,
            CustomerNews news, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.seen = seen;
        this.anonymous = anonymous;
        this.lock = lock;
        this.together = together;
        this.identities = identities;
        this.takenOver = takenOver;
        this.alike = alike;
        this.groups = groups;
        this.news = news;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Preview preview(Access access, CustomerId into, CustomerId other) {
        Customer here = ours(access, into);
        Customer there = other(access, here, other);
        Side left = side(access, here);
        Side right = side(access, there);
        return new Preview(left, right, unproven(here) || unproven(there), here.id().equals(there.id()));
    }

    private Side side(Access access, Customer customer) {
        audit.opened(access, "customer.opened", "customer", customer.id().toString(), Optional.of(customer.brand()));
        List<UUID> cards = together.of(customer.id().value());
        Optional<TakenOver.GroupNames> group = takenOver.group(customer);
        return new Side(customer.id(), customer.name(), customer.language(), customer.country(), group.map(TakenOver.GroupNames::nl).orElse(null),
                group.map(TakenOver.GroupNames::en).orElse(null), customer.surveysDeclined(), customer.createdAt(), shown(access, customer, cards),
                db.fetchCount(CUSTOMER_ORDER, CUSTOMER_ORDER.CUSTOMER_ID.in(cards)), db.fetchCount(STORY, STORY.CUSTOMER_ID.in(cards).and(STORY.REMOVED_AT.isNull())));
    }

    private List<Identity> shown(Access access, Customer customer, List<UUID> cards) {
        boolean unseen = anonymous.is(customer.brand()) && !access.may(Permission.CUSTOMERS_ERASE, customer.brand());
        return identities.of(cards).stream().filter(one -> one.kind() != IdentityKind.BROWSER).map(one -> unseen ? one.unseen() : one).toList();
    }

    private boolean unproven(Customer customer) {
        return identities.of(together.of(customer.id().value())).stream()
                .anyMatch(one -> !one.proven() && (one.kind() == IdentityKind.EMAIL || one.kind() == IdentityKind.PHONE));
    }

    @Override
    public void merge(Access access, CustomerId into, Merge wanted) {
        Customer asked = ours(access, into);
        lock.take(asked.brand());
        // as they stand now that nobody else merges
        Customer here = seen.customer(access, into);
        Customer there = other(access, here, wanted.other());
        if (here.id().equals(there.id())) return;
        if (!wanted.unproven() && (unproven(here) || unproven(there))) throw Problem.of("customers/unproven", 409);
        List<UUID> mine = together.of(here.id().value());
        List<UUID> theirs = together.of(there.id().value());
        hold(mine, theirs);
        CustomerRecord head = db.fetchSingle(CUSTOMER, CUSTOMER.ID.eq(here.id().value()));
        CustomerRecord other = db.fetchSingle(CUSTOMER, CUSTOMER.ID.eq(there.id().value()));
        Map<String, TakenOver.Change> taken = takenOver.take(head, other, wanted.take());
        db.update(CUSTOMER).set(CUSTOMER.MERGED_INTO, head.getId()).set(CUSTOMER.HEAD_ID, head.getId()).where(CUSTOMER.ID.eq(other.getId())).execute();
        db.update(CUSTOMER).set(CUSTOMER.HEAD_ID, head.getId()).where(CUSTOMER.HEAD_ID.eq(other.getId())).execute();
        MergeRecord row = db.newRecord(MERGE);
        row.setId(Uuid7.next());
        row.setBrandId(head.getBrandId());
        row.setFromId(other.getId());
        row.setIntoId(head.getId());
        row.setAt(clock.instant());
        row.setByUser(access.user().value());
        row.setByName(access.name());
        row.setTaken(JSONB.valueOf(TakenOver.written(taken)));
        row.insert();
        told(access, here.brand(), "merged", head.getId(), other.getId());
        changed(access, here.brand(), mine, theirs);
    }

    /** Held against being erased meanwhile, in one order; whoever is being erased stays alone. */
    private void hold(List<UUID> mine, List<UUID> theirs) {
        List<UUID> all = new ArrayList<>(mine);
        all.addAll(theirs);
        int held = db.select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.ID.in(all)).orderBy(CUSTOMER.ID).forNoKeyUpdate().fetch().size();
        if (held < all.size()) throw Problem.notFound("customers");
        if (db.fetchExists(ERASURE, ERASURE.CUSTOMER_ID.in(all).and(ERASURE.STATE.in("waiting", "running")))) throw Problem.of("customers/erasure-under-way", 409);
    }

    @Override
    public void takeApart(Access access, CustomerId head, CustomerId merged) {
        Customer here = ours(access, head);
        lock.take(here.brand());
        List<UUID> all = together.of(here.id().value());
        if (!all.contains(merged.value())) {
            other(access, here, merged);
            return;
        }
        MergeRecord row = db.selectFrom(MERGE).where(MERGE.FROM_ID.eq(merged.value())).and(MERGE.UNDONE_AT.isNull()).fetchOptional().orElseThrow(() -> Problem.notFound("customers"));
        hold(all, List.of());
        CustomerRecord into = db.fetchSingle(CUSTOMER, CUSTOMER.ID.eq(row.getIntoId()));
        takenOver.giveBack(into, TakenOver.read(row.getTaken().data()));
        List<UUID> below = below(merged.value());
        db.update(CUSTOMER).setNull(CUSTOMER.MERGED_INTO).setNull(CUSTOMER.HEAD_ID).where(CUSTOMER.ID.eq(merged.value())).execute();
        db.update(CUSTOMER).set(CUSTOMER.HEAD_ID, merged.value()).where(CUSTOMER.ID.in(below)).execute();
        row.setUndoneAt(clock.instant());
        row.setUndoneBy(access.user().value());
        row.setUndoneName(access.name());
        row.update();
        // whoever takes them apart says that they are two
        alike.notSame(access, here.brand(), row.getIntoId(), merged.value());
        told(access, here.brand(), "taken_apart", here.id().value(), merged.value());
        List<UUID> theirs = together.of(merged.value());
        changed(access, here.brand(), all.stream().filter(one -> !theirs.contains(one)).toList(), theirs);
    }

    /** What was merged into it, and into that. */
    private List<UUID> below(UUID card) {
        List<UUID> found = new ArrayList<>();
        List<UUID> next = List.of(card);
        while (!next.isEmpty()) {
            next = db.select(CUSTOMER.ID).from(CUSTOMER).where(CUSTOMER.MERGED_INTO.in(next)).fetch(CUSTOMER.ID);
            found.addAll(next);
        }
        return found;
    }

    @Override
    public List<MergedCard> merged(Access access, CustomerId head) {
        access.require(Permission.CUSTOMERS_VIEW);
        Customer here = seen.customer(access, head);
        return db.select(MERGE.fields()).select(CUSTOMER.NAME)
                .from(MERGE).join(CUSTOMER).on(CUSTOMER.ID.eq(MERGE.FROM_ID))
                .where(MERGE.FROM_ID.in(together.of(here.id().value()))).and(MERGE.UNDONE_AT.isNull())
                .orderBy(MERGE.AT.desc(), MERGE.ID.desc())
                .fetch(row -> new MergedCard(new CustomerId(row.get(MERGE.FROM_ID)), row.get(CUSTOMER.NAME),
                        shown(access, here, List.of(row.get(MERGE.FROM_ID))).stream().map(Identity::value).toList(), row.get(MERGE.AT), row.get(MERGE.BY_NAME),
                        TakenOver.chosen(row.get(MERGE.TAKEN).data())));
    }

    @Override
    public List<Suggestion> suggestions(Access access, CustomerId customer) {
        Customer here = ours(access, customer);
        if (anonymous.is(here.brand())) return List.of();
        return alike.of(access, here, together.of(here.id().value()));
    }

    @Override
    public void notSame(Access access, CustomerId customer, CustomerId other, boolean perhaps) {
        Customer here = ours(access, customer);
        Customer there = other(access, here, other);
        if (perhaps) alike.perhaps(here.id().value(), there.id().value());
        else if (!here.id().equals(there.id())) alike.notSame(access, here.brand(), here.id().value(), there.id().value());
    }

    /** People of a partner see but a part of both. */
    private Customer ours(Access access, CustomerId id) {
        access.require(Permission.CUSTOMERS_CHANGE);
        if (access.partner().isPresent()) throw Problem.of("access/denied", 403).with("permission", Permission.CUSTOMERS_CHANGE.key());
        Customer customer = seen.customer(access, id);
        access.require(Permission.CUSTOMERS_CHANGE, customer.brand());
        return customer;
    }

    private Customer other(Access access, Customer here, CustomerId other) {
        Customer there = seen.customer(access, other);
        if (!there.brand().equals(here.brand())) throw Problem.invalid("other", "other-brand");
        return there;
    }

    private void told(Access access, BrandId brand, String change, UUID head, UUID other) {
        audit.record(access, change.equals("merged") ? "customer.merged" : "customer.taken-apart", "customer", head.toString(), Optional.of(brand), Map.of("with", other.toString()));
        audit.record(access, change.equals("merged") ? "customer.merged" : "customer.taken-apart", "customer", other.toString(), Optional.of(brand), Map.of("with", head.toString()));
        Consumer<UUID[]> line = pair -> db.insertInto(ADDRESS_CHANGE)
                .set(ADDRESS_CHANGE.ID, Uuid7.next()).set(ADDRESS_CHANGE.CUSTOMER_ID, pair[0]).set(ADDRESS_CHANGE.BRAND_ID, brand.value()).set(ADDRESS_CHANGE.CHANGE, change)
                .set(ADDRESS_CHANGE.OTHER_ID, pair[1]).set(ADDRESS_CHANGE.AT, clock.instant()).set(ADDRESS_CHANGE.BY_USER, access.user().value())
                .set(ADDRESS_CHANGE.BY_NAME, access.name())
                .execute();
        line.accept(new UUID[] {head, other});
        // together they are read as one: once is enough
        if (change.equals("taken_apart")) line.accept(new UUID[] {other, head});
    }

    private void changed(Access access, BrandId brand, List<UUID> mine, List<UUID> theirs) {
        List<UUID> all = new ArrayList<>(mine);
        all.addAll(theirs);
        groups.changed(access, brand, all);
        events.publishEvent(new CustomersJoined(brand, all.stream().map(CustomerId::new).toList(), clock.instant()));
        all.stream().map(together::head).filter(Objects::nonNull).distinct().forEach(head -> news.changed(new CustomerId(head)));
    }
}
