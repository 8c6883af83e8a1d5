package nl.hartslag.contacts.internal;

import static nl.hartslag.contacts.internal.db.Tables.CASES;
import static nl.hartslag.contacts.internal.db.Tables.CASE_FOR;
import static nl.hartslag.customers.shown.Tables.SHOWN_CUSTOMER;
import static nl.hartslag.organisation.shown.Tables.SHOWN_BRAND;
import static nl.hartslag.people.shown.Tables.SHOWN_USER;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.hartslag.contacts.ContactView;
import nl.hartslag.contacts.ContactView.Spans;
import nl.hartslag.contacts.ForWhom.ForChange;
import nl.hartslag.contacts.ForWhom.Person;
import nl.hartslag.contacts.internal.db.tables.records.CasesRecord;
import nl.hartslag.platform.security.Access;
import nl.hartslag.shared.CaseId;
import nl.hartslag.shared.CustomerId;
import nl.hartslag.shared.Uuid7;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For whom a case is, and who said so. */
@Component
class CaseFor {
    private static final int MOST = 200;
    private static final Field<String> NAME = CustomerShown.NAME.as("shown_name");
    private final DSLContext db;
    private final Scope scope;
    private final Clock clock;

    CaseFor(DSLContext db, Scope scope, Clock clock) {
        this.db = db;
        this.scope = scope;
        this.clock = clock;
    }

    void write(Access access, UUID caseId, @Nullable UUID was, @Nullable UUID became) {
        db.insertInto(CASE_FOR)
                .set(CASE_FOR.ID, Uuid7.next())
                .set(CASE_FOR.CASE_ID, caseId)
                .set(CASE_FOR.AT, clock.instant())
                .set(CASE_FOR.BY_USER, access.user().value())
                .set(CASE_FOR.WAS, was)
                .set(CASE_FOR.BECAME, became)
                .execute();
    }

    /** A case that goes on for another is for the same person, unless it is for somebody already. @return whether it became so by this */
    boolean joined(Access access, CasesRecord from, CasesRecord to) {
        UUID person = from.getForCustomerId();
        if (person == null || to.getForCustomerId() != null || person.equals(to.getCustomerId())) return false;
        set(access, to, person);
        return true;
    }

    /**
     * The other way round; whom somebody named since stays.
     *
     * @param others what else was joined to it, in the order in which that was done
     * @return the one of them for whose person it is from now on
     */
    Optional<CasesRecord> takeBack(Access access, CasesRecord from, CasesRecord to, List<CasesRecord> others) {
        UUID was = to.getForCustomerId();
        if (was == null || !was.equals(from.getForCustomerId())) return Optional.empty();
        Optional<CasesRecord> next = others.stream().filter(one -> one.getForCustomerId() != null && !one.getForCustomerId().equals(to.getCustomerId())).findFirst();
        UUID person = next.map(CasesRecord::getForCustomerId).orElse(null);
        if (!was.equals(person)) set(access, to, person);
        return next;
    }

    private void set(Access access, CasesRecord row, @Nullable UUID person) {
        write(access, row.getId(), row.getForCustomerId(), person);
        row.setForCustomerId(person);
        row.update();
    }

    @Nullable Person of(CasesRecord row) {
        return row.getForCustomerId() == null ? null : people(Set.of(row.getForCustomerId())).get(row.getForCustomerId());
    }

    /** Newest first, without the names of those whom the reader may not know. */
    List<ForChange> changes(Access access, CaseId id) {
        var rows = db.select(CASE_FOR.fields()).select(SHOWN_USER.NAME)
                .from(CASE_FOR)
                .leftJoin(SHOWN_USER).on(SHOWN_USER.ID.eq(CASE_FOR.BY_USER))
                .where(CASE_FOR.CASE_ID.eq(id.value()))
                .orderBy(CASE_FOR.AT.desc(), CASE_FOR.ID.desc())
                .limit(MOST)
                .fetch();
        Set<UUID> ids = new HashSet<>(rows.getValues(CASE_FOR.WAS));
        ids.addAll(rows.getValues(CASE_FOR.BECAME));
        Map<UUID, Person> people = known(access, people(ids));
        return rows.map(row -> new ForChange(row.get(CASE_FOR.AT), Objects.requireNonNullElse(row.get(SHOWN_USER.NAME), ""),
                people.get(row.get(CASE_FOR.WAS)), people.get(row.get(CASE_FOR.BECAME))));
    }

    boolean knows(Access access, @Nullable UUID person) {
        return person == null || access.partner().isEmpty() || known(access, people(Set.of(person))).containsKey(person);
    }

    private Map<UUID, Person> known(Access access, Map<UUID, Person> people) {
        if (access.partner().isEmpty() || people.isEmpty()) return people;
        Set<UUID> reached = db.select(SHOWN_CUSTOMER.ID).from(SHOWN_CUSTOMER).where(SHOWN_CUSTOMER.ID.in(people.keySet()))
                .and(scope.reaches(access.partner().get(), SHOWN_CUSTOMER.ID)).fetchSet(SHOWN_CUSTOMER.ID);
        Map<UUID, Person> known = new HashMap<>(people);
        known.keySet().retainAll(reached);
        return known;
    }

    /** Who came for whom, where a contact is of a case for somebody else. */
    List<ContactView> beside(List<ContactView> contacts) {
        Map<UUID, UUID> cases = db.select(CASES.ID, CASES.FOR_CUSTOMER_ID).from(CASES)
                .where(CASES.ID.in(contacts.stream().map(one -> one.caseId().value()).distinct().toList())).and(CASES.FOR_CUSTOMER_ID.isNotNull())
                .fetchMap(CASES.ID, CASES.FOR_CUSTOMER_ID);
        if (cases.isEmpty()) return contacts;
        Set<UUID> ids = new HashSet<>(cases.values());
        contacts.stream().map(ContactView::customer).filter(Objects::nonNull).forEach(one -> ids.add(one.value()));
        Map<UUID, Person> people = people(ids);
        return contacts.stream().map(one -> {
            Person other = people.get(cases.get(one.caseId().value()));
            Person customer = one.customer() == null ? null : people.get(one.customer().value());
            return other == null || customer == null || other.id().equals(customer.id()) ? one : one.with(new Spans(customer, other));
        }).toList();
    }

    private Map<UUID, Person> people(Collection<UUID> ids) {
        Set<UUID> asked = new HashSet<>(ids);
        asked.remove(null);
        if (asked.isEmpty()) return Map.of();
        return db.select(SHOWN_CUSTOMER.ID, NAME)
                .from(SHOWN_CUSTOMER)
                .join(SHOWN_BRAND).on(SHOWN_BRAND.ID.eq(SHOWN_CUSTOMER.BRAND_ID))
                .where(SHOWN_CUSTOMER.ID.in(asked))
                .fetchMap(SHOWN_CUSTOMER.ID, row -> new Person(new CustomerId(row.get(SHOWN_CUSTOMER.ID)), row.get(NAME)));
    }
}
